/* What the panel of a plan shows under the fields of a record: the figures of a success criterion, what
 * an action waits for, how an objective went.
 */

#include <glib/gi18n.h>
#include <math.h>

#include "oct-accessible.h"
#include "oct-day-picker.h"
#include "oct-plan-panel-parts.h"
#include "oct-plan-words.h"
#include "oct-rating-pip.h"

#define EXTRA "octant-extra"

typedef struct
{
  OctPlanWork *work; /* owned */
  char *id;
  const OctRecordKind *kind;
  GtkWidget *heading;
  GtkWidget *list; /* what there is, made anew */
  GtkWidget *adder;
  GtkWidget *entry;     /* of a figure */
  GtkWidget *day;       /* of a figure */
  GtkWidget *drop_down; /* of an action to wait for */
  GPtrArray *offered;   /* ids of these */
} Extra;

static void
extra_free (gpointer data)
{
  Extra *extra = data;

  g_object_unref (extra->work);
  g_free (extra->id);
  g_ptr_array_unref (extra->offered);
  g_free (extra);
}

static GtkWidget *
make_label (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);

  return label;
}

static gpointer
find (Extra *extra)
{
  return oct_plan_work_find (extra->work, extra->kind, extra->id);
}

/* A change of what belongs to the record is told as one of the record. */
static void
change (Extra *extra, OctRecordChange *records)
{
  const OctObjective *objective = oct_plan_work_find_objective (extra->work, find (extra));
  g_autofree char *place = oct_plan_work_dup_place (extra->work);
  const char *text = oct_record_get_text (
    find (extra), oct_record_kind_find_field (extra->kind, oct_plan_work_text_field (extra->kind)));
  g_autofree char *sentence = NULL;

  if (extra->kind == &oct_criterion_kind)
    /* Translators: a success criterion, and a school. */
    sentence = g_strdup_printf (_("Changed the figures of “%s” at %s"), text, place);
  else
    /* Translators: an action, and a school. */
    sentence = g_strdup_printf (_("Changed what “%s” waits for at %s"), text, place);
  oct_plan_work_change (extra->work, records, sentence, NULL,
                        objective != NULL ? objective->record.id : NULL);
}

/* --- lines with a button that takes them away --- */

static void
remove_cb (GtkWidget *button, Extra *extra)
{
  const OctRecordKind *kind = extra->kind == &oct_criterion_kind ? &oct_actual_kind
                                                                 : &oct_dependency_kind;
  gpointer record = oct_plan_work_find (extra->work, kind,
                                        g_object_get_data (G_OBJECT (button), "id"));
  OctRecordChange *records;

  if (record == NULL || !oct_plan_work_is_open (extra->work))
    return;
  records = oct_record_change_new ();
  oct_record_change_delete (records, record);
  change (extra, records);
}

static void
append_line (Extra *extra, const char *text, const OctRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  /* Translators: %s is a figure with its day, or an action. */
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), text);

  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (record->id), g_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, oct_plan_work_is_open (extra->work));
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), extra);
  gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (extra->list), box);
}

static void
clear_list (Extra *extra)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (extra->list)) != NULL)
    gtk_box_remove (GTK_BOX (extra->list), child);
}

/* --- figures --- */

static void
add_figure_cb (GtkWidget *widget, Extra *extra)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (extra->entry));
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);
  OctRecordChange *records;
  OctActual *actual;

  if (*text == '\0' || *end != '\0' || find (extra) == NULL)
    {
      gtk_widget_add_css_class (extra->entry, "error");
      gtk_widget_grab_focus (extra->entry);
      return;
    }
  records = oct_record_change_new ();
  actual = oct_record_change_put (records, oct_record_new (&oct_actual_kind));
  oct_replace (&actual->criterion_id, extra->id);
  actual->value = value;
  actual->on = oct_day_picker_get_day (OCT_DAY_PICKER (extra->day));
  if (actual->on == OCT_DATE_UNKNOWN)
    actual->on = oct_date_today ();
  change (extra, records);
  gtk_editable_set_text (GTK_EDITABLE (extra->entry), "");
}

static void
figure_typed_cb (GtkWidget *entry, Extra *extra)
{
  gtk_widget_remove_css_class (entry, "error");
}

static void
make_figure_adder (Extra *extra)
{
  GtkWidget *add = gtk_button_new_with_label (_("Add"));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  extra->adder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  extra->entry = gtk_entry_new ();
  extra->day = oct_day_picker_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (extra->entry), _("Figure"));
  gtk_editable_set_width_chars (GTK_EDITABLE (extra->entry), 6);
  gtk_widget_set_hexpand (extra->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (extra->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Figure"), -1);
  oct_day_picker_set_label (OCT_DAY_PICKER (extra->day), _("Measured on"));
  oct_day_picker_set_day (OCT_DAY_PICKER (extra->day), oct_date_today ());
  g_signal_connect (extra->entry, "activate", G_CALLBACK (add_figure_cb), extra);
  g_signal_connect (extra->entry, "changed", G_CALLBACK (figure_typed_cb), extra);
  g_signal_connect (add, "clicked", G_CALLBACK (add_figure_cb), extra);
  gtk_box_append (GTK_BOX (line), extra->entry);
  gtk_box_append (GTK_BOX (line), add);
  gtk_box_append (GTK_BOX (extra->adder), extra->day);
  gtk_box_append (GTK_BOX (extra->adder), line);
}

static GPtrArray *
pick_schools (OctPlanWork *work)
{
  OctAssessment *assessment = oct_workbench_get_assessment (oct_plan_work_get_workbench (work));
  const OctPlan *plan = oct_plan_work_get_plan (work);

  return assessment != NULL && plan != NULL
           ? oct_plan_pick_schools (plan, oct_assessment_get_schools (assessment))
           : g_ptr_array_new ();
}

static void
show_figures (Extra *extra, const OctCriterion *criterion)
{
  OctPlanBook *book = oct_plan_work_get_book (extra->work);
  GPtrArray *actuals = oct_plan_book_get_children (book, &oct_actual_kind, criterion->record.id);
  gboolean typed = *criterion->figure == '\0';
  g_autoptr (GPtrArray) schools = pick_schools (extra->work);
  OctPlanReader reader = { .book = book, .schools = schools, .today = oct_date_today () };
  g_autofree char *course = oct_plan_words_course (&reader, criterion);

  gtk_label_set_label (GTK_LABEL (extra->heading), _("Figures"));
  gtk_widget_set_visible (extra->adder, typed);
  if (*course != '\0')
    gtk_box_append (GTK_BOX (extra->list), make_label (course, "dim-label"));
  else
    gtk_box_append (GTK_BOX (extra->list), make_label (_("No figure yet."), "dim-label"));
  for (guint i = actuals->len; typed && i > 0; i--)
    {
      const OctActual *actual = g_ptr_array_index (actuals, i - 1);
      g_autofree char *figure = oct_plan_words_figure (actual->value, criterion->unit);
      g_autofree char *on = oct_date_to_text (actual->on);
      /* Translators: a figure, and its day. */
      g_autofree char *text = g_strdup_printf (_("%s on %s"), figure, on);

      append_line (extra, text, &actual->record);
    }
}

/* --- what an action waits for --- */

static void
wait_cb (GtkWidget *button, Extra *extra)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (extra->drop_down));
  OctRecordChange *records;
  OctDependency *dependency;

  if (index >= extra->offered->len || find (extra) == NULL)
    return;
  records = oct_record_change_new ();
  dependency = oct_record_change_put (records, oct_record_new (&oct_dependency_kind));
  oct_replace (&dependency->action_id, extra->id);
  oct_replace (&dependency->after_id, g_ptr_array_index (extra->offered, index));
  change (extra, records);
}

static void
make_wait_adder (Extra *extra)
{
  GtkWidget *add = gtk_button_new_with_label (_("Add"));

  extra->adder = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  extra->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_hexpand (extra->drop_down, TRUE);
  oct_accessible_name_drop_down (GTK_DROP_DOWN (extra->drop_down), _("Waits for"));
  g_signal_connect (add, "clicked", G_CALLBACK (wait_cb), extra);
  gtk_box_append (GTK_BOX (extra->adder), extra->drop_down);
  gtk_box_append (GTK_BOX (extra->adder), add);
}

static void
offer_actions (Extra *extra, GPtrArray *waits)
{
  GPtrArray *actions = oct_plan_book_get_all (oct_plan_work_get_book (extra->work),
                                              &oct_action_kind);
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);

  g_ptr_array_set_size (extra->offered, 0);
  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);
      gboolean taken = g_str_equal (action->record.id, extra->id);

      for (guint j = 0; j < waits->len; j++)
        taken = taken
                || g_strcmp0 (((OctDependency *) g_ptr_array_index (waits, j))->after_id,
                              action->record.id)
                     == 0;
      if (taken)
        continue;
      g_ptr_array_add (extra->offered, g_strdup (action->record.id));
      gtk_string_list_append (texts, action->text);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (extra->drop_down), G_LIST_MODEL (texts));
  gtk_widget_set_visible (extra->adder, extra->offered->len > 0);
}

static void
show_waits (Extra *extra, const OctAction *action)
{
  OctPlanBook *book = oct_plan_work_get_book (extra->work);
  GPtrArray *waits = oct_plan_book_get_by (book, &oct_dependency_kind, "action_id",
                                           action->record.id);

  gtk_label_set_label (GTK_LABEL (extra->heading), _("Waits for"));
  for (guint i = 0; i < waits->len; i++)
    {
      const OctDependency *wait = g_ptr_array_index (waits, i);
      const OctAction *after = oct_plan_book_find (book, &oct_action_kind, wait->after_id);

      if (after != NULL)
        append_line (extra, after->text, &wait->record);
    }
  if (waits->len == 0)
    gtk_box_append (GTK_BOX (extra->list), make_label (_("Nothing."), "dim-label"));
  offer_actions (extra, waits);
}

/* --- how an objective went --- */

static void
append_progress (Extra *extra, const OctProgress *progress)
{
  const OctReview *review = oct_plan_work_find (extra->work, &oct_review_kind, progress->review_id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *pip = oct_rating_pip_new ();
  g_autofree char *on = oct_date_to_text (review->on);
  gboolean skipped = *progress->skipped != '\0';
  const char *rating = oct_choice_to_text (oct_ratings, (int) progress->rating);
  g_autofree char *text = g_strdup_printf ("%s · %s\n%s", on, skipped ? _("Passed over") : rating,
                                           skipped ? progress->skipped : progress->details);

  oct_rating_pip_set (OCT_RATING_PIP (pip),
                      skipped ? OCT_RATING_MARK_SKIPPED : (OctRatingMark) progress->rating);
  gtk_widget_set_valign (pip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), pip);
  gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  gtk_box_append (GTK_BOX (extra->list), box);
}

static void
show_course (Extra *extra, const OctObjective *objective)
{
  OctPlanBook *book = oct_plan_work_get_book (extra->work);
  g_autoptr (GPtrArray) course = oct_objective_get_course (book, objective);

  gtk_label_set_label (GTK_LABEL (extra->heading), _("Progress at reviews"));
  for (guint i = course->len; i > 0; i--)
    append_progress (extra, g_ptr_array_index (course, i - 1));
  if (course->len == 0)
    gtk_box_append (GTK_BOX (extra->list), make_label (_("Not rated yet."), "dim-label"));
}

/* --- the whole --- */

GtkWidget *
oct_plan_extra_new (OctPlanWork *work, const OctRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Extra *extra = g_new0 (Extra, 1);

  extra->work = g_object_ref (work);
  extra->id = g_strdup (record->id);
  extra->kind = record->kind;
  extra->offered = g_ptr_array_new_with_free_func (g_free);
  extra->heading = make_label ("", "heading");
  extra->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), extra->heading);
  gtk_box_append (GTK_BOX (box), extra->list);
  if (record->kind == &oct_criterion_kind)
    make_figure_adder (extra);
  else if (record->kind == &oct_action_kind)
    make_wait_adder (extra);
  if (extra->adder != NULL)
    gtk_box_append (GTK_BOX (box), extra->adder);
  g_object_set_data_full (G_OBJECT (box), EXTRA, extra, extra_free);

  return box;
}

void
oct_plan_extra_update (GtkWidget *widget, OctPlanWork *work, const OctRecord *record)
{
  Extra *extra = g_object_get_data (G_OBJECT (widget), EXTRA);

  clear_list (extra);
  if (record->kind == &oct_criterion_kind)
    show_figures (extra, (const OctCriterion *) record);
  else if (record->kind == &oct_action_kind)
    show_waits (extra, (const OctAction *) record);
  else if (record->kind == &oct_objective_kind)
    show_course (extra, (const OctObjective *) record);
  gtk_widget_set_visible (extra->heading, record->kind != &oct_milestone_kind);
  if (extra->adder != NULL)
    gtk_widget_set_sensitive (extra->adder, oct_plan_work_is_open (work));
}
