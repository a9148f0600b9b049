#include "sim/graph/routes.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>

namespace groundwork {

namespace {

using Weight = boost::property<boost::edge_weight_t, double>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Weight>;

Graph graph_of(int nodes, const std::vector<Link>& links) {
  Graph graph(static_cast<std::size_t>(nodes));
  for (const Link& link : links)
    boost::add_edge(static_cast<std::size_t>(link.from), static_cast<std::size_t>(link.to), Weight(link.length), graph);
  return graph;
}

}  // namespace

std::vector<double> shortest_distances(int nodes, const std::vector<Link>& links) {
  const Graph graph = graph_of(nodes, links);
  const auto n = static_cast<std::size_t>(nodes);
  std::vector<double> distances(n * n);
  for (std::size_t from = 0; from < n; ++from) {
    const auto distance_map =
        boost::distance_map(&distances[from * n]).distance_inf(std::numeric_limits<double>::infinity());
    boost::dijkstra_shortest_paths(graph, from, distance_map);
  }
  return distances;
}

std::vector<int> connected_parts(int nodes, const std::vector<Link>& links) {
  std::vector<int> parts(static_cast<std::size_t>(nodes));
  if (nodes > 0) boost::connected_components(graph_of(nodes, links), parts.data());
  return parts;
}

}  // namespace groundwork
