#pragma once

#include <string>

namespace groundwork {

inline constexpr int quarters_per_year = 4;

/// A quarter of a calendar year, counted from quarter 1 of year 0.
struct Quarter {
  int index = 0;

  static constexpr Quarter of(int year, int quarter) { return {year * 4 + quarter - 1}; }
  constexpr int year() const { return index / 4; }
  /// The date at the start of the quarter, in years: 2020-Q3 is 2020.5.
  constexpr double date() const { return index / 4.0; }
  friend constexpr auto operator<=>(Quarter, Quarter) = default;
};

/// The simulated time: quarters from `first` to `last`, both included, at most 60 years.
struct Horizon {
  Quarter first;
  Quarter last;

  int quarters() const { return last.index - first.index + 1; }
  /// Calendar years touched; the first and the last may be incomplete.
  int years() const { return last.year() - first.year() + 1; }
  int first_year() const { return first.year(); }
  bool contains(int year) const { return year >= first.year() && year <= last.year(); }
  /// Calendar year, counted from the first, of quarter t = 0, 1, …
  int year_of(int t) const { return (first.index + t) / 4 - first.year(); }
  /// Years since the start of quarter t.
  double elapsed(int t) const { return t / 4.0; }
  /// Date at the start of quarter t, in years.
  double date(int t) const { return Quarter{first.index + t}.date(); }
  /// Whether quarter t ends its calendar year or the simulation.
  bool closes_year(int t) const { return t + 1 == quarters() || year_of(t + 1) != year_of(t); }
};

}  // namespace groundwork
