/* The small parts that a line of a plan's outline is made of; see the header. */

#include "oct-plan-line-parts.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-rating-pip.h"
#include "oct-wrap-box.h"

#define PARTS "octant-parts"

typedef struct
{
  GtkWidget *arrow;     /* of an objective */
  GtkWidget *pip;       /* of an objective */
  GtkWidget *reference; /* of an objective */
  GtkWidget *tick;      /* of an action or a milestone */
} Parts;

static GtkWidget *
make_arrow (GCallback unfold, gpointer data)
{
  GtkWidget *arrow = gtk_button_new_from_icon_name ("pan-down-symbolic");

  gtk_widget_set_can_focus (arrow, FALSE);
  gtk_widget_set_valign (arrow, GTK_ALIGN_START);
  gtk_widget_add_css_class (arrow, "flat");
  gtk_widget_add_css_class (arrow, "oct-plan-arrow");
  g_signal_connect_object (arrow, "clicked", unfold, data, G_CONNECT_SWAPPED);

  return arrow;
}

static void
make_objective (GtkBox *box, Parts *parts, GCallback unfold, gpointer data)
{
  parts->arrow = make_arrow (unfold, data);
  parts->pip = oct_rating_pip_new ();
  parts->reference = gtk_label_new ("");
  gtk_widget_set_valign (parts->pip, GTK_ALIGN_START);
  gtk_widget_set_valign (parts->reference, GTK_ALIGN_START);
  gtk_widget_add_css_class (parts->reference, "heading");
  gtk_box_append (box, parts->arrow);
  gtk_box_append (box, parts->pip);
  gtk_box_append (box, parts->reference);
}

static void
make_tick (GtkBox *box, Parts *parts, GCallback ticked, gpointer data)
{
  parts->tick = gtk_check_button_new ();
  gtk_widget_set_can_focus (parts->tick, FALSE);
  gtk_widget_set_valign (parts->tick, GTK_ALIGN_START);
  g_signal_connect_object (parts->tick, "toggled", ticked, data, G_CONNECT_SWAPPED);
  gtk_box_append (box, parts->tick);
}

static void
add_icon (GtkBox *box, const char *icon, const char *what)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (image, what);
  gtk_widget_add_css_class (image, "oct-plan-icon");
  gtk_box_append (box, image);
}

GtkWidget *
oct_plan_mark_new (const OctRecordKind *kind, GCallback ticked, GCallback unfold, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Parts *parts = g_new0 (Parts, 1);

  if (kind == &oct_objective_kind)
    make_objective (GTK_BOX (box), parts, unfold, data);
  else if (kind == &oct_criterion_kind)
    add_icon (GTK_BOX (box), "octant-criterion-symbolic", _("Success criterion"));
  else
    make_tick (GTK_BOX (box), parts, ticked, data);
  if (kind == &oct_milestone_kind)
    add_icon (GTK_BOX (box), "octant-milestone-symbolic", _("Milestone"));
  g_object_set_data_full (G_OBJECT (box), PARTS, parts, g_free);

  return box;
}

static OctRatingMark
mark_of (OctPlanBook *book, const OctObjective *objective)
{
  OctStanding standing;

  oct_objective_get_standing (book, objective, &standing);

  return (OctRatingMark) oct_standing_get_rating (&standing);
}

void
oct_plan_mark_update (GtkWidget *mark, OctPlanBook *book, const OctRecord *record,
                      gboolean unfolded)
{
  Parts *parts = g_object_get_data (G_OBJECT (mark), PARTS);

  if (record->kind == &oct_objective_kind)
    {
      const OctObjective *objective = (const OctObjective *) record;

      gtk_button_set_icon_name (GTK_BUTTON (parts->arrow),
                                unfolded ? "pan-down-symbolic" : "pan-end-symbolic");
      gtk_accessible_update_property (GTK_ACCESSIBLE (parts->arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      unfolded ? _("Fold") : _("Unfold"), -1);
      oct_rating_pip_set (OCT_RATING_PIP (parts->pip), mark_of (book, objective));
      gtk_label_set_label (GTK_LABEL (parts->reference), objective->reference);
      return;
    }
  if (parts->tick == NULL)
    return;
  if (record->kind == &oct_action_kind)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->tick),
                                 ((const OctAction *) record)->status == OCT_ACTION_COMPLETE);
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->tick),
                                 ((const OctMilestone *) record)->status == OCT_MILESTONE_MET);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  record->kind == &oct_action_kind ? _("Complete") : _("Met"), -1);
}

static GtkWidget *
make_tag (const char *text, const char *icon)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "oct-plan-tag");

  return box;
}

/* @parts ends with a %NULL after this. */
static char *
join (GPtrArray *parts, gboolean course)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (course ? " → " : " · ", (char **) parts->pdata);
}

static char *
say_parts (const OctPlanReader *reader, const OctRecord *record)
{
  g_autoptr (GPtrArray) parts = oct_plan_words_parts (reader, record);

  return join (parts, record->kind == &oct_criterion_kind);
}

static void
append_missing (OctWrapBox *box, const OctPlanReader *reader, const OctRecord *record)
{
  g_autoptr (GPtrArray) missing = oct_plan_words_missing (reader, (const OctObjective *) record);

  for (guint i = 0; i < missing->len; i++)
    oct_wrap_box_append (box, make_tag (g_ptr_array_index (missing, i), "dialog-warning-symbolic"));
}

GtkWidget *
oct_plan_strip_new_words (const char *said)
{
  GtkWidget *label = gtk_label_new (said);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* Words in a box that wraps would take a line of their own each: they are one label, and only what is
 * marked by a shape stands beside it. */
GtkWidget *
oct_plan_strip_new (const OctPlanReader *reader, const OctRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *tags = oct_wrap_box_new (6);
  g_autofree char *said = say_parts (reader, record);

  if (*said != '\0')
    gtk_box_append (GTK_BOX (box), oct_plan_strip_new_words (said));
  if (oct_plan_words_is_overdue (reader, record))
    oct_wrap_box_append (OCT_WRAP_BOX (tags), make_tag (_("Overdue"), "octant-overdue-symbolic"));
  if (record->kind == &oct_objective_kind)
    append_missing (OCT_WRAP_BOX (tags), reader, record);
  if (gtk_widget_get_first_child (tags) != NULL)
    gtk_box_append (GTK_BOX (box), tags);
  else
    g_object_unref (g_object_ref_sink (tags));
  if (gtk_widget_get_first_child (box) == NULL)
    {
      g_object_unref (g_object_ref_sink (box));
      return NULL;
    }

  return box;
}

GtkWidget *
oct_plan_needs_new (GtkWidget *owner, GtkWidget *due, GtkWidget *criterion)
{
  GtkWidget *box = oct_wrap_box_new (6);

  oct_wrap_box_append (OCT_WRAP_BOX (box), owner);
  oct_wrap_box_append (OCT_WRAP_BOX (box), due);
  oct_wrap_box_append (OCT_WRAP_BOX (box), criterion);
  gtk_widget_add_css_class (box, "oct-plan-needs");

  return box;
}

char *
oct_plan_line_describe (const OctPlanReader *reader, const OctRecord *record, const char *text)
{
  g_autofree char *said = say_parts (reader, record);
  GString *all = g_string_new (_(record->kind->label));

  if (record->kind == &oct_objective_kind)
    g_string_append_printf (all, " %s", ((const OctObjective *) record)->reference);
  g_string_append_printf (all, ": %s", text);
  oct_accessible_add (all, said);
  if (oct_plan_words_is_overdue (reader, record))
    oct_accessible_add (all, _("Overdue"));
  if (record->kind == &oct_objective_kind)
    {
      g_autoptr (GPtrArray) missing = oct_plan_words_missing (reader,
                                                              (const OctObjective *) record);

      for (guint i = 0; i < missing->len; i++)
        oct_accessible_add (all, g_ptr_array_index (missing, i));
    }

  return g_string_free (all, FALSE);
}

GtkWidget *
oct_plan_text_new (const OctRecordKind *kind)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "oct-plan-text");
  gtk_widget_set_hexpand (view, TRUE);
  oct_plan_text_set_kind (view, kind);

  return view;
}

void
oct_plan_text_set_kind (GtkWidget *view, const OctRecordKind *kind)
{
  if (kind == &oct_objective_kind)
    gtk_widget_add_css_class (view, "heading");
  else
    gtk_widget_remove_css_class (view, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(kind->label), -1);
}
