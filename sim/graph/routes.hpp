#pragma once

#include <vector>

namespace groundwork {

/// An undirected link between nodes 0, 1, …; length >= 0.
struct Link {
  int from = 0;
  int to = 0;
  double length = 0.0;
};

/// Length of the shortest route between every two nodes, row after row; infinite where there is none.
std::vector<double> shortest_distances(int nodes, const std::vector<Link>& links);

/// Which connected part each node is in: 0, 1, … in order of first node.
std::vector<int> connected_parts(int nodes, const std::vector<Link>& links);

}  // namespace groundwork
