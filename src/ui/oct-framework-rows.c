/* The rows in which a framework is read; see the header.
 *
 * Eight elements have some hundreds of texts. An element's are made when it is first opened, so that
 * the page is there at once.
 */

#include "oct-framework-rows.h"

#include <glib/gi18n.h>

/**
 * oct_framework_row_new:
 * @title: what it is called
 * @subtitle: what it says
 * @retired: whether it is no longer offered
 *
 * Returns: (transfer floating): a row to read
 */
GtkWidget *
oct_framework_row_new (const char *title, const char *subtitle, gboolean retired)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable",
                FALSE, NULL);
  if (retired)
    {
      GtkWidget *tag = gtk_label_new (_("retired"));

      gtk_widget_add_css_class (tag, "oct-tag");
      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
    }

  return row;
}

static void
add_heading (AdwExpanderRow *expander, const char *text)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 15);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_expander_row_add_row (expander, row);
}

static void
add_row (AdwExpanderRow *expander, const char *title, const char *subtitle, gboolean retired)
{
  adw_expander_row_add_row (expander, oct_framework_row_new (title, subtitle, retired));
}

static void
add_asks (AdwExpanderRow *expander, const OctElement *element)
{
  gboolean schools = (element->judged & OCT_JUDGED_BY_SCHOOLS) != 0;

  add_row (expander, _("What it asks"), element->asks, FALSE);
  add_row (expander, _("Who judges"),
           schools ? _("The trust, and each of its schools") : _("The trust as a whole"), FALSE);
  if (*element->give_question != '\0')
    add_row (expander, _("What a school gives"), element->give_question, FALSE);
  if (*element->gain_question != '\0')
    add_row (expander, _("What a school gains"), element->gain_question, FALSE);
}

static void
add_aspects (AdwExpanderRow *expander, const OctElement *element)
{
  if (element->aspects->len > 0)
    add_heading (expander, _("Aspects and their questions"));
  for (guint i = 0; i < element->aspects->len; i++)
    {
      const OctAspect *aspect = g_ptr_array_index (element->aspects, i);
      g_autofree char *title = NULL;

      /* Translators: a group of aspects, and one of them. */
      title = aspect->group != NULL ? g_strdup_printf (_("%s: %s"), aspect->group, aspect->name)
                                    : g_strdup (aspect->name);
      add_row (expander, title, aspect->question, aspect->retired);
    }
}

static void
add_descriptors (AdwExpanderRow *expander, OctFramework *framework, char **descriptors,
                 const char *heading)
{
  GPtrArray *stages = oct_framework_get_stages (framework);
  gboolean any = FALSE;

  for (guint i = 0; i < stages->len && descriptors[i] != NULL; i++)
    {
      const OctStage *stage = g_ptr_array_index (stages, i);

      if (*descriptors[i] == '\0')
        continue;
      if (!any)
        add_heading (expander, heading);
      any = TRUE;
      add_row (expander, stage->name, descriptors[i], stage->retired);
    }
}

static const char *
describe_direction (OctIndicatorDirection direction)
{
  switch (direction)
    {
    case OCT_INDICATOR_HIGHER:
      return _("higher is better");
    case OCT_INDICATOR_LOWER:
      return _("lower is better");
    case OCT_INDICATOR_CONTEXT:
    default:
      return _("for context");
    }
}

static char *
describe_indicator (const OctIndicator *indicator)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *rest = NULL;

  if (*indicator->unit != '\0')
    g_ptr_array_add (parts, indicator->unit);
  g_ptr_array_add (parts, (char *) describe_direction (indicator->direction));
  if (*indicator->aim != '\0')
    g_ptr_array_add (parts, indicator->aim);
  if (indicator->source == OCT_INDICATOR_TRUST)
    g_ptr_array_add (parts, (char *) _("entered by the trust"));
  else
    g_ptr_array_add (parts, *indicator->published != '\0' ? indicator->published
                                                          : (char *) _("from public tables"));
  g_ptr_array_add (parts, NULL);
  rest = g_strjoinv (" · ", (char **) parts->pdata);

  return g_strconcat (indicator->definition, "\n", rest, NULL);
}

static void
add_indicators (AdwExpanderRow *expander, const OctElement *element)
{
  if (element->indicators->len > 0)
    add_heading (expander, _("Indicators"));
  for (guint i = 0; i < element->indicators->len; i++)
    {
      const OctIndicator *indicator = g_ptr_array_index (element->indicators, i);
      g_autofree char *title = g_strdup_printf ("%s  %s", indicator->key, indicator->name);
      g_autofree char *subtitle = describe_indicator (indicator);

      add_row (expander, title, subtitle, indicator->retired);
    }
}

static void
expanded_cb (AdwExpanderRow *expander, GParamSpec *pspec, gpointer user_data)
{
  OctFramework *framework = g_object_get_data (G_OBJECT (expander), "framework");
  const OctElement *element = g_object_get_data (G_OBJECT (expander), "element");

  if (!adw_expander_row_get_expanded (expander)
      || g_object_get_data (G_OBJECT (expander), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (expander), "filled", GINT_TO_POINTER (TRUE));
  add_asks (expander, element);
  add_aspects (expander, element);
  add_descriptors (expander, framework, element->descriptors, _("What one sees at each stage"));
  add_descriptors (expander, framework, element->school_descriptors,
                   _("What a school sees in itself at each stage"));
  add_indicators (expander, element);
}

/**
 * oct_framework_element_row_new:
 * @framework: a framework, kept by the row
 * @element: one of its elements
 *
 * Returns: (transfer floating): a row that opens to all that the element says
 */
GtkWidget *
oct_framework_element_row_new (OctFramework *framework, const OctElement *element)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (element->icon);
  g_autofree char *title = g_strdup_printf ("%u  %s", element->number, element->name);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 24);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", element->summary, NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (row), "framework", g_object_ref (framework), g_object_unref);
  g_object_set_data (G_OBJECT (row), "element", (gpointer) element);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), NULL);

  return row;
}
