/* A difference with its check; see the header. */

#include "oct-accept-row.h"

#include <glib/gi18n.h>

struct _OctAcceptRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkCheckButton *check;
  GtkLabel *name;
  GtkLabel *sentence;
  GtkBox *choices;
  GtkGrid *lines;
  GtkLabel *dates;

  /* owned */
  OctDifference *difference;

  guint32 urn;
  gboolean chosen; /* a choice was made, where one has to be */
};

enum
{
  PROP_ACTIVE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OctAcceptRow, oct_accept_row, GTK_TYPE_LIST_BOX_ROW)

static void
check_cb (OctAcceptRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

/* --- what it says --- */

static GtkWidget *
make_label (const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "wrap-mode",
                PANGO_WRAP_WORD_CHAR, NULL);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static char *
line_to_text (const OctDifferenceLine *line)
{
  if (*line->before == '\0')
    return g_strdup (line->after);

  /* Translators: a value before and now. */
  return g_strdup_printf (_("%s → %s"), line->before,
                          *line->after != '\0' ? line->after : _("nothing"));
}

/* Facts of ninety schools are a line each. */
static void
show_one_line (OctAcceptRow *self)
{
  GPtrArray *lines = self->difference->lines;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const OctDifferenceLine *line = g_ptr_array_index (lines, i);
      g_autofree char *text = line_to_text (line);

      /* Translators: what differs, and how: "Pupils 410 → 412". */
      g_ptr_array_add (parts, g_strdup_printf (_("%s %s"), line->label, text));
    }
  g_ptr_array_add (parts, NULL);
  all = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_label (self->sentence, all);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), TRUE);
}

static void
show_lines (OctAcceptRow *self)
{
  GPtrArray *lines = self->difference->lines;

  if (self->difference->kind == OCT_DIFFERENCE_FACTS)
    {
      show_one_line (self);
      return;
    }

  for (guint i = 0; i < lines->len; i++)
    {
      const OctDifferenceLine *line = g_ptr_array_index (lines, i);
      g_autofree char *text = line_to_text (line);
      GtkWidget *value = make_label (text, FALSE);

      gtk_widget_set_hexpand (value, TRUE);
      gtk_grid_attach (self->lines, make_label (line->label, TRUE), 0, (int) i, 1, 1);
      gtk_grid_attach (self->lines, value, 1, (int) i, 1, 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->lines), lines->len > 0);
}

static void
show_dates (OctAcceptRow *self, OctDate known)
{
  g_autofree char *accepted = oct_date_to_text (self->difference->accepted);
  g_autofree char *as_at = oct_date_to_text (self->difference->as_at);
  g_autofree char *text = NULL;

  if (self->difference->accepted == OCT_DATE_UNKNOWN
      || self->difference->accepted == self->difference->as_at
      || self->difference->accepted == known)
    return;
  /* Translators: both are days. */
  text = g_strdup_printf (_("Accepted from the register of %s; now that of %s"), accepted, as_at);
  gtk_label_set_label (self->dates, text);
  gtk_widget_set_visible (GTK_WIDGET (self->dates), TRUE);
}

/* --- choosing --- */

static void
chosen_cb (GtkCheckButton *button, OctAcceptRow *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  self->urn = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "oct-urn"));
  self->chosen = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), TRUE);
  gtk_check_button_set_active (self->check, TRUE);
  check_cb (self);
}

static GtkCheckButton *
add_choice (OctAcceptRow *self, GtkCheckButton *group, const char *text, guint32 urn)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = make_label (text, FALSE);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), "oct-urn", GUINT_TO_POINTER (urn));
  g_signal_connect (button, "toggled", G_CALLBACK (chosen_cb), self);
  gtk_box_append (self->choices, button);

  return GTK_CHECK_BUTTON (button);
}

static void
show_choices (OctAcceptRow *self)
{
  GPtrArray *choices = self->difference->choices;
  GtkCheckButton *group = NULL;

  for (guint i = 0; i < choices->len; i++)
    {
      const OctSchoolFacts *facts = oct_school_get_facts (g_ptr_array_index (choices, i));
      g_autofree char *text = NULL;
      GtkCheckButton *button;

      /* Translators: a school, its URN, and its phase. */
      text = g_strdup_printf (_("%s goes on with it (URN %u, %s)"), facts->name, facts->urn,
                              oct_phase_label (facts->phase));
      button = add_choice (self, group, text, facts->urn);
      group = group != NULL ? group : button;
    }
  if (choices->len == 0)
    return;
  add_choice (self, group, _("None: it ends, and what was recorded is kept"), OCT_DECISION_NOBODY);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), TRUE);
}

/* --- class --- */

static void
oct_accept_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ACTIVE)
    g_value_set_boolean (value, oct_accept_row_get_active (OCT_ACCEPT_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
oct_accept_row_finalize (GObject *object)
{
  OctAcceptRow *self = OCT_ACCEPT_ROW (object);

  g_clear_pointer (&self->difference, oct_difference_unref);

  G_OBJECT_CLASS (oct_accept_row_parent_class)->finalize (object);
}

static void
oct_accept_row_class_init (OctAcceptRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = oct_accept_row_get_property;
  G_OBJECT_CLASS (klass)->finalize = oct_accept_row_finalize;

  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                               | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-accept-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctAcceptRow, check);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptRow, name);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptRow, choices);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptRow, lines);
  gtk_widget_class_bind_template_child (widget_class, OctAcceptRow, dates);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
}

static void
oct_accept_row_init (OctAcceptRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_accept_row_new:
 * @difference: what differs
 * @known: the date of the register that was accepted, where the page says it
 *
 * Returns: (transfer floating): a row that shows it, unchecked
 */
GtkWidget *
oct_accept_row_new (OctDifference *difference, OctDate known)
{
  OctAcceptRow *self = g_object_new (OCT_TYPE_ACCEPT_ROW, NULL);
  g_autofree char *accessible = g_strdup_printf ("%s. %s", difference->name, difference->sentence);

  self->difference = oct_difference_ref (difference);
  self->chosen = difference->kind != OCT_DIFFERENCE_SPLIT;
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), self->chosen);
  gtk_label_set_label (self->name, difference->name);
  gtk_label_set_label (self->sentence, difference->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), *difference->sentence != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);
  show_lines (self);
  show_choices (self);
  show_dates (self, known);

  return GTK_WIDGET (self);
}

/**
 * oct_accept_row_get_difference:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
OctDifference *
oct_accept_row_get_difference (OctAcceptRow *self)
{
  g_return_val_if_fail (OCT_IS_ACCEPT_ROW (self), NULL);

  return self->difference;
}

/**
 * oct_accept_row_can_accept:
 * @self: a row
 *
 * Returns: whether it can be accepted: where a choice has to be made, once it was
 */
gboolean
oct_accept_row_can_accept (OctAcceptRow *self)
{
  g_return_val_if_fail (OCT_IS_ACCEPT_ROW (self), FALSE);

  return self->chosen;
}

/**
 * oct_accept_row_get_active:
 * @self: a row
 *
 * Returns: whether it is to be accepted
 */
gboolean
oct_accept_row_get_active (OctAcceptRow *self)
{
  g_return_val_if_fail (OCT_IS_ACCEPT_ROW (self), FALSE);

  return self->chosen && gtk_check_button_get_active (self->check);
}

/**
 * oct_accept_row_set_active:
 * @self: a row
 * @active: whether it is to be accepted; nothing happens before a choice was made
 */
void
oct_accept_row_set_active (OctAcceptRow *self, gboolean active)
{
  g_return_if_fail (OCT_IS_ACCEPT_ROW (self));

  if (self->chosen)
    gtk_check_button_set_active (self->check, active);
}

/**
 * oct_accept_row_get_urn:
 * @self: a row
 *
 * Returns: the URN of the school that goes on, where that is to be chosen
 */
guint32
oct_accept_row_get_urn (OctAcceptRow *self)
{
  g_return_val_if_fail (OCT_IS_ACCEPT_ROW (self), OCT_DECISION_NOBODY);

  return self->urn;
}
