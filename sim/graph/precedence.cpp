#include "sim/graph/precedence.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/topological_sort.hpp>
#include <utility>

namespace groundwork {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;

/// Remembers the search tree, and the first edge that leads back up it.
struct CycleFinder : boost::default_dfs_visitor {
  std::vector<Vertex>& parent;
  std::vector<int>& cycle;

  CycleFinder(std::vector<Vertex>& parents, std::vector<int>& found) : parent(parents), cycle(found) {}

  template <class Edge>
  void tree_edge(Edge edge, const Graph& graph) {
    parent[target(edge, graph)] = source(edge, graph);
  }
  template <class Edge>
  void back_edge(Edge edge, const Graph& graph) {
    if (!cycle.empty()) return;
    for (Vertex v = source(edge, graph); v != target(edge, graph); v = parent[v]) cycle.push_back(static_cast<int>(v));
    cycle.push_back(static_cast<int>(target(edge, graph)));
    std::ranges::reverse(cycle);
  }
};

}  // namespace

StepOrder order_steps(const std::vector<std::vector<int>>& after) {
  Graph graph(after.size());
  for (std::size_t step = 0; step < after.size(); ++step)
    for (const int before : after[step]) boost::add_edge(static_cast<Vertex>(before), step, graph);

  StepOrder result;
  std::vector<Vertex> parent(after.size());
  boost::depth_first_search(graph, boost::visitor(CycleFinder(parent, result.cycle)));
  if (!result.cycle.empty()) return result;

  std::vector<Vertex> reversed;
  boost::topological_sort(graph, std::back_inserter(reversed));
  for (const Vertex v : reversed) result.order.insert(result.order.begin(), static_cast<int>(v));
  return result;
}

}  // namespace groundwork
