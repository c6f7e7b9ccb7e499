/* Printing words: a document of headings and paragraphs on as many pages as it takes. */
#pragma once

#include "oct-print.h"

G_BEGIN_DECLS

/* @text: its first line is the title; a line after an empty one is a heading. (transfer full) */
GtkPrintOperation *oct_print_new_text (const char *text, const char *job_name);
/* The same pages as a file; needs no printer and no window. */
gboolean oct_print_text_to_pdf (const char *text, const char *title, const char *path,
                                GError **error);

G_END_DECLS
