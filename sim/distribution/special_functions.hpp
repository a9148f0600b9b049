#pragma once

#include <boost/math/policies/policy.hpp>

namespace groundwork {

/// Boost.Math computes with doubles throughout: five times as fast as with long doubles, still good to about 1e-14, and
/// far better than tables and quadrature need.
using DoublePrecision = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

}  // namespace groundwork
