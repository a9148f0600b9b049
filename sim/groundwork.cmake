# The shape of the build: one static library per folder, whose dependencies are the folder's allowed includes.

# groundwork_library(NAME folder DEPENDS names... SOURCES files... PACKAGES targets...)
# Packages are private: a folder that needs one in its headers lists it in INTERFACE_PACKAGES.
function(groundwork_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;SOURCES;KERNELS;PACKAGES;INTERFACE_PACKAGES" ${ARGN})
  if(ARG_SOURCES OR ARG_KERNELS)
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC groundwork_options ${ARG_DEPENDS} ${ARG_INTERFACE_PACKAGES} PRIVATE ${ARG_PACKAGES})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} INTERFACE groundwork_options ${ARG_DEPENDS} ${ARG_INTERFACE_PACKAGES})
  endif()
  foreach(kernel IN LISTS ARG_KERNELS)
    groundwork_kernel(${name} ${kernel})
  endforeach()
endfunction()

# Compiles one kernel source once per instruction set (docs/adr/0001-kernels-per-instruction-set.md). In the source,
# GROUNDWORK_LANES is 1, 4 or 8 and decides what `Native` is.
function(groundwork_kernel target source)
  get_filename_component(stem ${source} NAME_WE)
  set(options_scalar -O3 -mfma)
  set(options_avx2 -O3 -mavx2 -mfma)
  set(options_avx512 -O3 -mavx2 -mfma -mavx512f -mavx512dq -mavx512vl -mavx512bw -mprefer-vector-width=512
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-uninitialized>)  # GCC 12 warns of its own header
  set(lanes_scalar 1)
  set(lanes_avx2 4)
  set(lanes_avx512 8)
  foreach(isa scalar avx2 avx512)
    set(object ${target}_${stem}_${isa})
    add_library(${object} OBJECT ${source})
    target_compile_options(${object} PRIVATE ${options_${isa}})
    target_compile_definitions(${object} PRIVATE GROUNDWORK_LANES=${lanes_${isa}})
    target_link_libraries(${object} PRIVATE $<TARGET_PROPERTY:${target},LINK_LIBRARIES>)
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:${object}>)
  endforeach()
endfunction()
