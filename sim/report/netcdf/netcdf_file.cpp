/// The library that netcdf_library.hpp speaks of.
#include "sim/report/netcdf/netcdf_file.hpp"

#include <fmt/format.h>
#include <hdf5.h>
#include <netcdf.h>
#include <unistd.h>

#include <cerrno>
#include <limits>
#include <stdexcept>
#include <system_error>

#include "sim/report/netcdf/netcdf_library.hpp"

namespace groundwork {

namespace {

namespace fs = std::filesystem;

int type_code(NetcdfType type) {
  switch (type) {
    case NetcdfType::float64:
      return NC_DOUBLE;
    case NetcdfType::int64:
      return NC_INT64;
    case NetcdfType::int32:
      return NC_INT;
    case NetcdfType::string:
      return NC_STRING;
  }
  return NC_NAT;
}

/// The library keeps to itself why the disk refused; what the system said last is as a rule the reason.
std::string reason(int status, int system_error) {
  if ((status == NC_EHDFERR || status > 0) && system_error != 0) return std::generic_category().message(system_error);
  return nc_strerror(status);
}

/// HDF5 would close files as the program exits, and crashes on one that it could not write. Ours are closed by then, or
/// given up. To be called before anything else of the library.
void leave_exit_alone() { H5dont_atexit(); }

int variable_id(int variable) { return variable == NetcdfFile::whole_file ? NC_GLOBAL : variable; }

std::string text_of(const fs::path& file, const std::string& attribute) {
  leave_exit_alone();
  int id = 0;
  if (nc_open(file.c_str(), NC_NOWRITE, &id) != NC_NOERR) return "";
  std::string text;
  nc_type type = NC_NAT;
  std::size_t length = 0;
  if (nc_inq_att(id, NC_GLOBAL, attribute.c_str(), &type, &length) == NC_NOERR && type == NC_CHAR) {
    text.resize(length);
    if (nc_get_att_text(id, NC_GLOBAL, attribute.c_str(), text.data()) != NC_NOERR) text.clear();
  }
  nc_close(id);
  return text;
}

class WrittenFile final : public NetcdfFile {
 public:
  explicit WrittenFile(fs::path path);
  ~WrittenFile() override;

  int add_dimension(const std::string& name, std::size_t length) override;
  int add_variable(const NetcdfVariable& variable) override;
  void describe(int variable, const std::string& name, const std::string& text) override;
  void describe(int variable, const std::string& name, std::int64_t number) override;
  void describe(int variable, const std::string& name, std::uint64_t number) override;
  void write(int variable, const NetcdfSlab& slab, const double* values) override;
  void write(int variable, const NetcdfSlab& slab, const std::int64_t* values) override;
  void write(int variable, const std::vector<int>& values) override;
  void write(int variable, const std::vector<std::string>& values) override;
  void commit() override;

 private:
  enum class State { unmade, open, closed, given_up };
  template <class Call>
  void attempt(Call&& call);
  [[noreturn]] void fail(const std::string& why);
  void remove_partial() const;

  fs::path path_, partial_;
  int id_ = 0;
  State state_ = State::unmade;
};

template <class Call>
void WrittenFile::attempt(Call&& call) {
  errno = 0;
  if (const int status = call(); status != NC_NOERR) fail(reason(status, errno));
}

WrittenFile::WrittenFile(fs::path path) : path_(std::move(path)), partial_(path_.string() + ".partial") {
  leave_exit_alone();
  attempt([&] { return nc_create(partial_.c_str(), NC_NETCDF4 | NC_CLOBBER, &id_); });
  state_ = State::open;
}

void WrittenFile::fail(const std::string& why) {
  // The library cannot close a file that it could not write: netCDF 4.9 crashes. So its handle is left as it is, and
  // the disk gets its room back although the file is still open.
  if (state_ == State::open) ::truncate(partial_.c_str(), 0);
  remove_partial();
  state_ = State::given_up;
  throw std::runtime_error(fmt::format("cannot write {}: {}", path_.string(), why));
}

void WrittenFile::remove_partial() const {
  std::error_code ignored;
  fs::remove(partial_, ignored);
}

WrittenFile::~WrittenFile() {
  if (state_ != State::open) return;
  nc_close(id_);
  remove_partial();
}

int WrittenFile::add_dimension(const std::string& name, std::size_t length) {
  int dimension = 0;
  attempt([&] { return nc_def_dim(id_, name.c_str(), length == unlimited ? NC_UNLIMITED : length, &dimension); });
  return dimension;
}

int WrittenFile::add_variable(const NetcdfVariable& variable) {
  int id = 0;
  attempt([&] {
    return nc_def_var(id_, variable.name.c_str(), type_code(variable.type),
                      static_cast<int>(variable.dimensions.size()), variable.dimensions.data(), &id);
  });
  if (const NetcdfChunks& chunks = variable.chunks; !chunks.shape.empty()) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    if (variable.type == NetcdfType::float64) attempt([&] { return nc_def_var_fill(id_, id, NC_FILL, &nan); });
    attempt([&] { return nc_def_var_chunking(id_, id, NC_CHUNKED, chunks.shape.data()); });
    attempt([&] { return nc_def_var_deflate(id_, id, NC_SHUFFLE, 1, chunks.deflate); });
    // Whole pieces are written, so there is nothing to gather; the library would keep up to 64 MB a variable.
    attempt([&] { return nc_set_var_chunk_cache(id_, id, 1, 1, 0.0F); });
  }
  for (const auto& [attribute, text] : variable.attributes)
    if (!text.empty()) describe(id, attribute, text);
  return id;
}

void WrittenFile::describe(int variable, const std::string& name, const std::string& text) {
  attempt([&] { return nc_put_att_text(id_, variable_id(variable), name.c_str(), text.size(), text.data()); });
}

void WrittenFile::describe(int variable, const std::string& name, std::int64_t number) {
  const long long value = number;
  attempt([&] { return nc_put_att_longlong(id_, variable_id(variable), name.c_str(), NC_INT64, 1, &value); });
}

void WrittenFile::describe(int variable, const std::string& name, std::uint64_t number) {
  const unsigned long long value = number;
  attempt([&] { return nc_put_att_ulonglong(id_, variable_id(variable), name.c_str(), NC_UINT64, 1, &value); });
}

void WrittenFile::write(int variable, const NetcdfSlab& slab, const double* values) {
  attempt([&] { return nc_put_vara_double(id_, variable, slab.start.data(), slab.count.data(), values); });
}

void WrittenFile::write(int variable, const NetcdfSlab& slab, const std::int64_t* values) {
  attempt([&] { return nc_put_vara(id_, variable, slab.start.data(), slab.count.data(), values); });
}

void WrittenFile::write(int variable, const std::vector<int>& values) {
  attempt([&] { return nc_put_var_int(id_, variable, values.data()); });
}

void WrittenFile::write(int variable, const std::vector<std::string>& values) {
  std::vector<const char*> texts;
  for (const std::string& value : values) texts.push_back(value.c_str());
  attempt([&] { return nc_put_var_string(id_, variable, texts.data()); });
}

void WrittenFile::commit() {
  attempt([&] { return nc_close(id_); });
  state_ = State::closed;
  std::error_code problem;
  fs::rename(partial_, path_, problem);
  if (problem) fail(problem.message());
}

std::unique_ptr<NetcdfFile> make_file(const fs::path& path) { return std::make_unique<WrittenFile>(path); }

}  // namespace

extern "C" {
extern const NetcdfLibrary groundwork_netcdf;
const NetcdfLibrary groundwork_netcdf{make_file, text_of};
}

}  // namespace groundwork
