# The report page: sources in web/, bundled with Apache ECharts into one file, whose bytes go into the library `report`.
# Packages come from npm as web/package-lock.json names them, into the build folder, again only when that file changes.

set(page_web ${CMAKE_CURRENT_LIST_DIR}/web)
set(page_build ${PROJECT_BINARY_DIR}/page)
set(page_template ${page_build}/page.html)

find_program(NODE node)
find_program(NPM npm)
if(NOT NODE OR NOT NPM)
  message(FATAL_ERROR "The report page is bundled with Node.js 18 or later and npm, and one of them is missing here. "
    "./dev installs both; on Debian they are the packages nodejs and npm.")
endif()
execute_process(COMMAND ${NODE} --version OUTPUT_VARIABLE node_version OUTPUT_STRIP_TRAILING_WHITESPACE)
if(node_version VERSION_LESS v18)
  message(FATAL_ERROR "The report page is bundled with Node.js 18 or later; ${NODE} is ${node_version}.")
endif()

# install_npm_packages(FOLDER into): a stamp in `into`/node_modules that depends on FOLDER's lock file. Also for tests.
function(install_npm_packages folder into)
  add_custom_command(OUTPUT ${into}/node_modules/.package-lock.json
    COMMAND ${CMAKE_COMMAND} -DNPM=${NPM} -DFOLDER=${folder} -DINTO=${into} -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/web/install.cmake
    DEPENDS ${folder}/package.json ${folder}/package-lock.json ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/web/install.cmake
    COMMENT "Installing the npm packages of ${folder}" VERBATIM)
endfunction()

install_npm_packages(${page_web} ${page_build})
file(GLOB_RECURSE page_sources CONFIGURE_DEPENDS ${page_web}/src/*.js ${page_web}/src/*.css)
add_custom_command(OUTPUT ${page_template}
  COMMAND ${NODE} ${page_web}/bundle.mjs ${page_build} ${page_template}
  DEPENDS ${page_build}/node_modules/.package-lock.json ${page_web}/bundle.mjs ${page_web}/page.html ${page_sources}
  COMMENT "Bundling the report page" VERBATIM)

# The assembler reads the bytes; a literal of a megabyte would compile for minutes.
set_source_files_properties(report/page/page_template.cpp PROPERTIES
  OBJECT_DEPENDS ${page_template} COMPILE_DEFINITIONS GROUNDWORK_PAGE_TEMPLATE="${page_template}")
