/* A paper on the screen, and on a printer. */
#pragma once

#include <adwaita.h>

#include "oct-paper.h"

G_BEGIN_DECLS

#define OCT_TYPE_PAPER_VIEW (oct_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (OctPaperView, oct_paper_view, OCT, PAPER_VIEW, AdwBin)

GtkWidget *oct_paper_view_new (void);
/* @paper: (element-type OctPaperLine): a reference is kept. */
void oct_paper_view_set_paper (OctPaperView *self, GPtrArray *paper);
/* (transfer full): prints a paper on A4, on as many pages as it takes. */
GtkPrintOperation *oct_paper_print_new (GPtrArray *paper, const char *job_name);

G_END_DECLS
