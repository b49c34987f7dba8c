# SPDX-License-Identifier: EUPL-1.2
# embedded_library(name GLOBS patterns): the files that match, as they are, inside the program, to be
# found again by base/embedded.h under their path in the repository.
function(embedded_library name)
    cmake_parse_arguments(E "" "" "GLOBS" ${ARGN})
    set(files)
    foreach(pattern IN LISTS E_GLOBS)
        if(pattern MATCHES "^web/dist")
            file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${pattern})
        else()
            file(GLOB found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${pattern})
        endif()
        list(APPEND files ${found})
    endforeach()

    set(assembly ".section .rodata\n")
    set(declarations "")
    set(entries "")
    set(number 0)
    foreach(file IN LISTS files)
        file(RELATIVE_PATH path ${CMAKE_SOURCE_DIR} ${file})
        set(symbol ${name}_${number})
        string(APPEND assembly ".global ${symbol}\n.global ${symbol}_end\n${symbol}:\n"
               ".incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
        string(APPEND declarations "extern const char ${symbol}[], ${symbol}_end[];\n")
        string(APPEND entries
               "    {\"${path}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
        math(EXPR number "${number} + 1")
    endforeach()
    string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")

    set(folder ${CMAKE_BINARY_DIR}/embedded)
    file(CONFIGURE OUTPUT ${folder}/${name}.S CONTENT "${assembly}" @ONLY)
    file(CONFIGURE OUTPUT ${folder}/${name}.cpp CONTENT "#include \"base/embedded.h\"
extern \"C\" {
${declarations}}
static const EmbeddedFile files[] = {
${entries}    {\"\", {}},
};
static const EmbeddedFolder folder(files, ${number});
" @ONLY)
    set_source_files_properties(${folder}/${name}.S PROPERTIES OBJECT_DEPENDS "${files}")
    # An object library: its one static object registers the files, and no linker drops it.
    add_library(${name}_objects OBJECT ${folder}/${name}.S ${folder}/${name}.cpp)
    add_library(${name} INTERFACE)
    target_sources(${name} INTERFACE $<TARGET_OBJECTS:${name}_objects>)
    target_link_libraries(${name} INTERFACE lgnet_base)
endfunction()
