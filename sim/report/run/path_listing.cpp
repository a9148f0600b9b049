#include "sim/report/run/path_listing.hpp"

#include <fmt/format.h>

#include "sim/base/text.hpp"

namespace groundwork {

namespace {

std::string line(std::string_view kind, std::string_view name, double value, std::string_view unit) {
  return fmt::format("{}\t{}\t{}\t{}\n", kind, name, number_text(value), unit);
}

std::string output_name(const OutputTable& table, int index) {
  const Cell cell = table.at(index);
  const MetricBlock& block = table.block(cell.block);
  return fmt::format("{}:{}:{}", block.metric.name, table.scopes()[static_cast<std::size_t>(cell.scope)].name,
                     block.periods[static_cast<std::size_t>(cell.period)]);
}

}  // namespace

std::string path_listing(const Study& study, const PathRecord& record) {
  std::string out;
  for (std::size_t column = 0; column < study.scenario.inputs.size(); ++column) {
    const Declaration& declaration = study.scenario.inputs[column].declaration;
    out += line("input", declaration.key, record.inputs[column], declaration.unit);
  }
  for (std::size_t i = 0; i < study.draws.draws().size(); ++i) {
    const Draw& draw = study.draws.draws()[i];
    out += line("draw", fmt::format("{}:{}", draw.stream, draw.index),
                record.inputs[static_cast<std::size_t>(study.draws.first_column()) + i],
                draw.kind == DrawKind::standard_normal ? "standard normal" : "uniform");
  }
  const OutputTable& table = study.program->outputs();
  for (int cell = 0; cell < table.cells(); ++cell)
    out += line("output", output_name(table, cell), record.outputs[static_cast<std::size_t>(cell)],
                table.block(table.at(cell).block).metric.unit);
  return out;
}

}  // namespace groundwork
