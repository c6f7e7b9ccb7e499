/* What the files of the page of a plan share. */
#pragma once

#include "oct-judge-blank.h"
#include "oct-judge-text.h"
#include "oct-plan-outline.h"
#include "oct-plan-page.h"
#include "oct-plan-panel.h"

G_BEGIN_DECLS

struct _OctPlanPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctJudgeBlank *blank;
  AdwLeaflet *leaflet;
  GtkWidget *outline_page;
  GtkWidget *panel_page;
  GtkButton *school_button;
  GtkLabel *title_label;
  GtkLabel *years_label;
  GtkLabel *review_label;
  GtkMenuButton *status_button;
  GtkLabel *still_label;
  OctJudgeText *need;
  GtkExpander *gaps;
  GtkListBox *gap_list;
  OctPlanOutline *outline;
  OctPlanPanel *panel;

  /* owned */
  OctPlanWork *work;
  char *wanted; /* (nullable): the record that the location names */

  gboolean arriving;
};

void oct_plan_page_fail (OctPlanPage *self, const char *message);
void oct_plan_page_commit (OctPlanPage *self);
void oct_plan_page_install (GtkWidgetClass *widget_class);
/* What leads from the page to a dialogue: title and years, support, a practice. */
void oct_plan_page_install_dialogs (GtkWidgetClass *widget_class);
void oct_plan_page_update_dialogs (OctPlanPage *self);
void oct_plan_page_update_actions (OctPlanPage *self);
void oct_plan_page_offer_withdrawal (OctPlanPage *self, const char *message);
/* (transfer full): what can be done with the status. */
GMenuModel *oct_plan_page_make_status_menu (const OctPlan *plan);

/* As a document; as a file of the person's choice. */
void oct_plan_page_print (OctPage *page);
void oct_plan_page_export (OctPage *page);

G_END_DECLS
