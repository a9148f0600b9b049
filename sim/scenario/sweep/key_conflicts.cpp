#include "sim/scenario/sweep/key_conflicts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/scenario/layers.hpp"
#include "sim/scenario/overrides.hpp"

namespace groundwork {

namespace {

using Parts = std::vector<std::string>;

struct Key {
  std::string text;
  Parts parts;
  SourcePosition position;
};

/// The parts with elements of lists by their name, as far as the scenario has them.
Parts by_name(Parts parts, const Node* node) {
  for (std::string& part : parts) {
    const Node* next = nullptr;
    if (node != nullptr && node->array() != nullptr) {
      next = element(*node->array(), part);
      if (next != nullptr && !name_of(*next).empty()) part = name_of(*next);
    } else if (node != nullptr) {
      next = node->find(part);
    }
    node = next;
  }
  return parts;
}

bool leads(const Parts& part, const Parts& whole) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

class Conflicts {
 public:
  Conflicts(const SweepFile& sweep, Diagnostics& diagnostics) : sweep_(sweep), diagnostics_(diagnostics) {
    Diagnostics reported_later;
    if (!sweep.scenario.empty()) layers_ = read_layers(sweep.scenario, {}, reported_later);
  }

  void report() {
    std::vector<Key> fixed, varied;
    for (const FixedChange& change : sweep_.set)
      fixed.push_back(key(change.assignment.substr(0, change.assignment.find('=')), change.position));
    for (const SweepFactor& factor : sweep_.factors)
      for (const SweptInput& input : factor.inputs) {
        const Key now = key(input.key, input.position);
        for (const Key& earlier : varied) refuse_varied(earlier, now);
        for (const Key& change : fixed)
          if (leads(now.parts, change.parts))
            diagnostics_.error(now.position,
                               fmt::format("'{}' varies, and '{}' is set for all points, at {}", now.text, change.text,
                                           change.position.text()),
                               "leave out one of the two");
        varied.push_back(now);
      }
  }

 private:
  Key key(const std::string& text, const SourcePosition& position) const {
    return {text, by_name(key_parts(text), layers_ ? &layers_->root : nullptr), position};
  }

  void refuse_varied(const Key& earlier, const Key& now) {
    if (earlier.parts == now.parts)
      diagnostics_.error(now.position, fmt::format("'{}' varies already, at {}", now.text, earlier.position.text()),
                         "inputs that move together are one [[factor]] with inputs = [\"…\", \"…\"]");
    else if (leads(earlier.parts, now.parts) || leads(now.parts, earlier.parts))
      diagnostics_.error(now.position,
                         fmt::format("'{}' and '{}' change the same thing, the latter at {}", now.text, earlier.text,
                                     earlier.position.text()),
                         "one is part of the other: vary one of them");
  }

  const SweepFile& sweep_;
  Diagnostics& diagnostics_;
  std::optional<Layers> layers_;
};

}  // namespace

void refuse_conflicts(const SweepFile& sweep, Diagnostics& diagnostics) { Conflicts(sweep, diagnostics).report(); }

}  // namespace groundwork
