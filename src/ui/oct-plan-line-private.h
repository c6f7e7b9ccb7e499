/* What the files of a line of a plan's outline share. */
#pragma once

#include "oct-plan-line.h"

G_BEGIN_DECLS

struct _OctPlanLine
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkBox *box;
  GtkBox *words;
  GtkLabel *label;

  /* borrowed: made when they are needed */
  GtkWidget *mark;
  GtkWidget *view; /* %NULL while it isn't edited */
  GtkWidget *strip;
  GtkWidget *needs;

  /* owned */
  OctPlanWork *work;
  char *id; /* (nullable) */

  const OctRecordKind *kind;
  guint pause_id;
  gboolean dirty;
  gboolean updating;
  gboolean chosen;
};

G_END_DECLS
