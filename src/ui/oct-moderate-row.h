/* A school on the moderation page: its own view, and the trust's moderated view chosen beside it. */
#pragma once

#include <gtk/gtk.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

/**
 * OctModerateShow:
 * @OCT_MODERATE_ALL: every school
 * @OCT_MODERATE_OPEN: those without a finished moderated view
 * @OCT_MODERATE_DIFFERS: those whose moderated view is another one than their own
 */
typedef enum
{
  OCT_MODERATE_ALL,
  OCT_MODERATE_OPEN,
  OCT_MODERATE_DIFFERS,
} OctModerateShow;

#define OCT_TYPE_MODERATE_ROW (oct_moderate_row_get_type ())
G_DECLARE_FINAL_TYPE (OctModerateRow, oct_moderate_row, OCT, MODERATE_ROW, GtkListBoxRow)

/* Signals: "failed" (string): why the moderated view was not kept; "finished": the person goes on to
 * the next school. */
GtkWidget *oct_moderate_row_new (OctWorkbench *workbench);
void oct_moderate_row_show (OctModerateRow *self, const OctOwnSchool *school, const char *element);
const char *oct_moderate_row_get_school_id (OctModerateRow *self);
/* Whether the row is one of those. */
gboolean oct_moderate_row_is (OctModerateRow *self, OctModerateShow show);
/* Keeps what is being typed. */
void oct_moderate_row_commit (OctModerateRow *self);

G_END_DECLS
