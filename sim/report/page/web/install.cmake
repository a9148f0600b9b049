# cmake -DNPM=… -DFOLDER=… -DINTO=… -P install.cmake: installs the packages that FOLDER/package-lock.json names into INTO.
file(COPY ${FOLDER}/package.json ${FOLDER}/package-lock.json DESTINATION ${INTO})
execute_process(
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error
  WORKING_DIRECTORY ${INTO} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "npm could not install the packages that ${FOLDER}/package-lock.json names.\n${output}\n"
    "It needs its registry (npm config get registry) once, or a filled cache (npm config get cache). Mend that and build again.")
endif()
file(TOUCH ${INTO}/node_modules/.package-lock.json)
