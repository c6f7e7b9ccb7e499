/* One thing that is known of a school; see the header.
 *
 * The switch at its end makes a draft of it and opens what an objective needs: its statement, which is
 * filled in, an owner, a day and one success criterion. Only the statement is required here; the rest
 * is asked for, and can be added in the plan.
 */

#include "oct-need-row.h"

#include <glib/gi18n.h>

#include "oct-day-picker.h"
#include "oct-person-picker.h"
#include "oct-rating-marks.h"

struct _OctNeedRow
{
  AdwExpanderRow parent_instance;

  /* children */
  AdwEntryRow *statement;
  AdwEntryRow *measure;
  OctPersonPicker *owner;
  OctDayPicker *due;

  /* owned */
  OctObjective *objective;
  char *about;
};

G_DEFINE_FINAL_TYPE (OctNeedRow, oct_need_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (OctNeedRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
oct_need_row_finalize (GObject *object)
{
  oct_record_unref (OCT_NEED_ROW (object)->objective);
  g_free (OCT_NEED_ROW (object)->about);

  G_OBJECT_CLASS (oct_need_row_parent_class)->finalize (object);
}

static void
oct_need_row_class_init (OctNeedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_need_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", OCT_TYPE_NEED_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_need_row_init (OctNeedRow *self)
{
}

static AdwEntryRow *
add_entry (OctNeedRow *self, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return ADW_ENTRY_ROW (row);
}

static void
add_picker (OctNeedRow *self, const char *title, GtkWidget *picker)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (picker, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* (nullable): the first widget of a type within another, in the order of Tab. */
static GtkWidget *
find_within (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_within (child, type);

  return found;
}

static void
row_activated_cb (OctNeedRow *self)
{
  if (!adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self)))
    adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), TRUE);
}

/* What libadwaita keeps to itself: its switch has no name, and Return on a row that is switched off
 * would do nothing. */
static void
set_up_switch (OctNeedRow *self)
{
  GtkWidget *row = find_within (gtk_widget_get_first_child (GTK_WIDGET (self)),
                                ADW_TYPE_ACTION_ROW);
  GtkWidget *toggle = row != NULL ? find_within (row, GTK_TYPE_SWITCH) : NULL;

  if (toggle == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Make it an objective"), -1);
  g_signal_connect_object (row, "activate", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * oct_need_row_new:
 * @workbench: knows the people
 * @need: what is known
 * @due: when an objective made of it is due unless another day is chosen
 *
 * Returns: (transfer floating): the row, switched off
 */
GtkWidget *
oct_need_row_new (OctWorkbench *workbench, const OctNeed *need, OctDate due)
{
  OctNeedRow *self = g_object_new (OCT_TYPE_NEED_ROW, NULL);
  const char *rating = need->rating != OCT_RATING_NONE
                         ? oct_rating_mark_name ((OctRatingMark) need->rating)
                         : NULL;

  self->objective = oct_record_copy (need->draft);
  self->about = g_strdup_printf ("%s. %s", need->title, need->detail);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), need->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), need->detail);
  if (rating != NULL && need->kind == OCT_NEED_CONCERN)
    {
      g_autofree char *subtitle = g_strdup_printf ("%s. %s", rating, need->detail);

      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
    }
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), FALSE);
  set_up_switch (self);
  self->statement = add_entry (self, _("Objective"), need->draft->statement);
  self->owner = OCT_PERSON_PICKER (oct_person_picker_new (workbench));
  oct_person_picker_set_person (self->owner, need->draft->owner_id);
  add_picker (self, _("Owner"), GTK_WIDGET (self->owner));
  self->due = OCT_DAY_PICKER (oct_day_picker_new ());
  oct_day_picker_set_day (self->due, due);
  add_picker (self, _("Due"), GTK_WIDGET (self->due));
  self->measure = add_entry (self, _("Success criterion: what will be measured"), "");
  g_signal_connect_object (self, "notify::enable-expansion", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * oct_need_row_is_ready:
 * @self: a row
 *
 * Returns: whether it is switched on, and has a statement
 */
gboolean
oct_need_row_is_ready (OctNeedRow *self)
{
  g_autofree char *statement = NULL;

  g_return_val_if_fail (OCT_IS_NEED_ROW (self), FALSE);

  statement = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->statement))));

  return adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self)) && *statement != '\0';
}

/**
 * oct_need_row_get_draft:
 * @self: a row that is ready
 *
 * Returns: what it is to become; the row's own
 */
OctNeedDraft
oct_need_row_get_draft (OctNeedRow *self)
{
  OctNeedDraft draft = { .objective = self->objective };

  oct_replace (&self->objective->statement, gtk_editable_get_text (GTK_EDITABLE (self->statement)));
  oct_replace (&self->objective->owner_id, oct_person_picker_get_person (self->owner));
  self->objective->due = oct_day_picker_get_day (self->due);
  draft.measure = gtk_editable_get_text (GTK_EDITABLE (self->measure));

  return draft;
}

/**
 * oct_need_row_is_complete:
 * @self: a row
 *
 * Returns: whether it has an owner, a day and a success criterion as well
 */
gboolean
oct_need_row_is_complete (OctNeedRow *self)
{
  g_return_val_if_fail (OCT_IS_NEED_ROW (self), FALSE);

  return oct_person_picker_get_person (self->owner) != NULL
         && oct_day_picker_get_day (self->due) != OCT_DATE_UNKNOWN
         && *gtk_editable_get_text (GTK_EDITABLE (self->measure)) != '\0';
}

/**
 * oct_need_row_get_about:
 * @self: a row
 *
 * Returns: (transfer none): what is known, in words
 */
const char *
oct_need_row_get_about (OctNeedRow *self)
{
  g_return_val_if_fail (OCT_IS_NEED_ROW (self), NULL);

  return self->about;
}
