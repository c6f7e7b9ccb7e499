/* The dialog of terms and holidays.
 *
 * Half-terms have a name, a first and a last day each; what lies between is holiday, and has a name. It
 * begins with what the
 * trust has set, else with the usual dates, and says which. Setting a year is one named edit.
 */

#include "octant-config.h"

#include "oct-terms-dialog.h"

#include <glib/gi18n.h>

#include "oct-plan-timeline.h"
#include "oct-term-calendar.h"

/* Years that can be set, around the one that it is. */
#define YEARS_BEFORE 2
#define N_YEARS 9

struct _OctTermsDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkButton *keep;
  AdwComboRow *year;
  AdwPreferencesGroup *group;
  GtkLabel *state;
  GtkButton *usual;
  GtkLabel *problem;

  /* owned */
  OctWorkbench *workbench;
  GPtrArray *spans;   /* of the year, terms and holidays in turn */
  GPtrArray *rows;    /* one for each span, with its name; borrowed */
  GPtrArray *entries; /* first and last days of the terms in turn; borrowed */

  int first_year;
};

G_DEFINE_FINAL_TYPE (OctTermsDialog, oct_terms_dialog, ADW_TYPE_WINDOW)

static int
get_year (OctTermsDialog *self)
{
  return self->first_year + (int) adw_combo_row_get_selected (self->year);
}

static char *
day_to_text (OctDate day)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, 0, 0,
                                                    0);

  /* Translators: a day that can be edited, as for g_date_time_format(). */
  return time != NULL ? g_date_time_format (time, _("%-d %b %Y")) : g_strdup ("");
}

/* As files write days, and in words. */
static gboolean
text_to_day (const char *text, OctDate *day)
{
  GDate date;

  if (oct_date_parse (text, -1, day) && *day != OCT_DATE_UNKNOWN)
    return TRUE;
  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  if (!g_date_valid (&date) || g_date_get_year (&date) < 1900)
    return FALSE;
  *day = oct_date_new (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
  return TRUE;
}

static void
add_entry (OctTermsDialog *self, AdwEntryRow *row, OctDate day, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = day_to_text (day);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  /* On a narrow screen the names need room too. */
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 11);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_entry_row_add_suffix (row, entry);
  g_ptr_array_add (self->entries, entry);
}

static void
add_days (OctTermsDialog *self, AdwEntryRow *row, const OctTermSpan *span)
{
  /* Translators: a term, such as "Autumn 1". */
  g_autofree char *first = g_strdup_printf (_("First day of %s"), span->name);
  /* Translators: a term, such as "Autumn 1". */
  g_autofree char *last = g_strdup_printf (_("Last day of %s"), span->name);

  add_entry (self, row, span->starts, first);
  add_entry (self, row, span->ends, last);
}

static void
add_span (OctTermsDialog *self, const OctTermSpan *span)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 span->holiday ? _("Holiday") : _("Term"));
  gtk_editable_set_text (GTK_EDITABLE (row), span->name);
  if (!span->holiday)
    add_days (self, ADW_ENTRY_ROW (row), span);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (OctTermsDialog *self)
{
  OctPlanBook *book = oct_workbench_get_plans (self->workbench);
  gboolean own = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->entries, 0);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  if (book == NULL)
    return;
  self->spans = oct_plan_timeline_terms (book, get_year (self), &own);
  for (guint i = 0; i < self->spans->len; i++)
    add_span (self, g_ptr_array_index (self->spans, i));
  gtk_label_set_label (self->state,
                       own ? _("These are the dates that your trust has set.")
                           : _("These are the usual dates in England, worked out by a rule. They "
                               "can be some days out: set your own."));
  gtk_widget_set_visible (GTK_WIDGET (self->usual), own);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
year_cb (OctTermsDialog *self)
{
  if (self->workbench != NULL)
    fill (self);
}

static void
complain (OctTermsDialog *self, const char *words, GtkWidget *entry)
{
  gtk_label_set_label (self->problem, words);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  if (entry != NULL)
    gtk_widget_grab_focus (entry);
}

/* The days as they were typed, each after the one before; %NULL where they can't be. */
static GArray *
read_days (OctTermsDialog *self)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (OctDate));

  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries, i);
      const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
      OctDate day, before = i > 0 ? g_array_index (days, OctDate, i - 1) : 0;

      if (!text_to_day (text, &day))
        {
          /* Translators: what was typed where a day belongs. */
          g_autofree char *words = g_strdup_printf (_("“%s” is no day. Write it like 1 Sep 2025."),
                                                    text);

          complain (self, words, entry);
          return NULL;
        }
      if (i % 2 == 0 ? day <= before : day < before)
        {
          g_autofree char *earlier = day_to_text (before);
          /* Translators: two days. */
          g_autofree char *words = g_strdup_printf (_("%s must come after %s."), text, earlier);

          complain (self, words, entry);
          return NULL;
        }
      g_array_append_val (days, day);
    }
  return g_steal_pointer (&days);
}

static char *
dup_name (OctTermsDialog *self, guint span)
{
  return g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (self->rows, span)))));
}

static gboolean
check_names (OctTermsDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *name = dup_name (self, i);

      if (*name != '\0')
        continue;
      complain (self, _("Each term and each holiday needs a name."),
                g_ptr_array_index (self->rows, i));
      return FALSE;
    }
  return TRUE;
}

/* A holiday: what is free from the last day of a term up to the next, or as long as it was. */
static void
add_holiday (OctTermsDialog *self, GPtrArray *spans, guint place, GArray *days, guint next)
{
  const OctTermSpan *holiday = g_ptr_array_index (self->spans, place);
  gint32 from = oct_date_to_julian (g_array_index (days, OctDate, next - 1)) + 1;
  gint32 to = next < days->len ? oct_date_to_julian (g_array_index (days, OctDate, next)) - 1
                               : oct_date_to_julian (holiday->ends);
  g_autofree char *name = dup_name (self, place);

  if (to >= from)
    g_ptr_array_add (spans, oct_term_span_new (name, oct_date_from_julian (from),
                                               oct_date_from_julian (to), TRUE));
}

/* The terms with those days, and the holidays between them, under the names that were typed. */
static GPtrArray *
make_spans (OctTermsDialog *self, GArray *days)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_term_span_free);
  guint next = 0; /* of the days */

  for (guint i = 0; i < self->spans->len; i++)
    {
      const OctTermSpan *span = g_ptr_array_index (self->spans, i);
      g_autofree char *name = dup_name (self, i);

      if (span->holiday && next > 0)
        add_holiday (self, spans, i, days, next);
      if (span->holiday)
        continue;
      g_ptr_array_add (spans, oct_term_span_new (name, g_array_index (days, OctDate, next),
                                                 g_array_index (days, OctDate, next + 1), FALSE));
      next += 2;
    }
  return spans;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctTermsDialog) self = OCT_TERMS_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    complain (self, error->message, NULL);
}

static void
change (OctTermsDialog *self, GPtrArray *spans)
{
  OctPlanBook *book = oct_workbench_get_plans (self->workbench);
  int year = get_year (self);
  g_autofree char *sentence = NULL;
  OctEditInfo info = { .location = "timeline" };

  if (book == NULL)
    return;
  if (spans != NULL)
    /* Translators: a school year, such as 2025/26. */
    sentence = g_strdup_printf (_("Set the terms of %d/%02d"), year, (year + 1) % 100);
  else
    /* Translators: a school year, such as 2025/26. */
    sentence = g_strdup_printf (_("Went back to the usual terms of %d/%02d"), year,
                                (year + 1) % 100);
  info.sentence = sentence;
  oct_workbench_change_records_async (self->workbench, &info,
                                      oct_plan_timeline_set_terms (book, year, spans), kept_cb,
                                      g_object_ref (self));
}

static void
keep_cb (OctTermsDialog *self)
{
  g_autoptr (GArray) days = NULL;
  g_autoptr (GPtrArray) spans = NULL;

  if (self->spans == NULL || !check_names (self))
    return;
  days = read_days (self);
  if (days == NULL)
    return;
  spans = make_spans (self, days);
  change (self, spans);
}

static void
usual_cb (OctTermsDialog *self)
{
  change (self, NULL);
}

static void
oct_terms_dialog_dispose (GObject *object)
{
  OctTermsDialog *self = OCT_TERMS_DIALOG (object);

  g_clear_object (&self->workbench);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_terms_dialog_parent_class)->dispose (object);
}

static void
oct_terms_dialog_class_init (OctTermsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_terms_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-terms-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTermsDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, OctTermsDialog, year);
  gtk_widget_class_bind_template_child (widget_class, OctTermsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, OctTermsDialog, state);
  gtk_widget_class_bind_template_child (widget_class, OctTermsDialog, usual);
  gtk_widget_class_bind_template_child (widget_class, OctTermsDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
  gtk_widget_class_bind_template_callback (widget_class, usual_cb);
}

static void
oct_terms_dialog_init (OctTermsDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->entries = g_ptr_array_new ();
  self->first_year = oct_term_calendar_year_of (oct_date_today ()) - YEARS_BEFORE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->keep));
}

/**
 * oct_terms_dialog_new:
 * @parent: the window it belongs to
 * @workbench: a workbench with a workspace open
 *
 * Returns: the dialog, to be presented
 */
GtkWidget *
oct_terms_dialog_new (GtkWindow *parent, OctWorkbench *workbench)
{
  OctTermsDialog *self = g_object_new (OCT_TYPE_TERMS_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);

  for (int year = self->first_year; year < self->first_year + N_YEARS; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d/%02d", year, (year + 1) % 100);

      gtk_string_list_append (years, name);
    }
  adw_combo_row_set_model (self->year, G_LIST_MODEL (years));
  adw_combo_row_set_selected (self->year, YEARS_BEFORE);
  self->workbench = g_object_ref (workbench);
  fill (self);
  return GTK_WIDGET (self);
}
