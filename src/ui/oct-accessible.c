/* Keeping what a screen reader finds in step with what is shown.
 *
 * GTK 4.8 tells assistive technology about every child of a stack, a flap and a revealer, also those that
 * aren't shown; a screen reader would read all of them one after the other. Here the ones that are
 * not shown are marked as hidden, and the marks follow every switch.
 */

#include "oct-accessible.h"

#include <adwaita.h>
#include <string.h>

static void
set_hidden (GtkWidget *widget, gboolean hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

static void
stack_cb (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_hidden (child, child != shown);
}

static void
revealer_cb (GtkRevealer *revealer)
{
  GtkWidget *child = gtk_revealer_get_child (revealer);

  if (child != NULL)
    set_hidden (child, !gtk_revealer_get_reveal_child (revealer));
}

static void
expander_cb (GtkExpander *expander)
{
  GtkWidget *child = gtk_expander_get_child (expander);

  if (child != NULL)
    set_hidden (child, !gtk_expander_get_expanded (expander));
}

static void
flap_cb (AdwFlap *flap)
{
  GtkWidget *child = adw_flap_get_flap (flap);

  if (child != NULL)
    set_hidden (child, !adw_flap_get_reveal_flap (flap));
}

/**
 * oct_accessible_follow:
 * @widget: a widget whose template is complete
 *
 * Makes every stack, flap, revealer and expander in a widget say which of its children are shown. Those
 * that are added later need a call of their own.
 */
void
oct_accessible_follow (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_STACK (widget))
    {
      g_signal_connect (widget, "notify::visible-child", G_CALLBACK (stack_cb), NULL);
      stack_cb (GTK_STACK (widget));
    }
  else if (GTK_IS_REVEALER (widget))
    {
      g_signal_connect (widget, "notify::reveal-child", G_CALLBACK (revealer_cb), NULL);
      revealer_cb (GTK_REVEALER (widget));
    }
  else if (GTK_IS_EXPANDER (widget))
    {
      g_signal_connect (widget, "notify::expanded", G_CALLBACK (expander_cb), NULL);
      expander_cb (GTK_EXPANDER (widget));
    }
  else if (ADW_IS_FLAP (widget))
    {
      g_signal_connect (widget, "notify::reveal-flap", G_CALLBACK (flap_cb), NULL);
      flap_cb (ADW_FLAP (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    oct_accessible_follow (child);
}

/* A button's name without the mark of its mnemonic, and once: GTK 4.8 reads out "_Edit Edit". */
static void
name_button (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  g_autoptr (GString) name = g_string_new (label);

  if (label == NULL || !gtk_button_get_use_underline (button))
    return;
  g_string_replace (name, "_", "", 0);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

static gboolean
map_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget))
      && g_object_get_data (widget, "oct-named") == NULL)
    {
      g_object_set_data (widget, "oct-named", GINT_TO_POINTER (TRUE));
      g_signal_connect (widget, "notify::label", G_CALLBACK (name_button), NULL);
      name_button (GTK_BUTTON (widget));
    }

  return TRUE;
}

/**
 * oct_accessible_name_buttons:
 *
 * From now on, every button that is shown, in whatever window, is read out without the mark of its
 * mnemonic. Called once, after GTK has begun.
 */
void
oct_accessible_name_buttons (void)
{
  g_autoptr (GTypeClass) widgets = g_type_class_ref (GTK_TYPE_WIDGET);

  g_assert (widgets != NULL);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_hook, NULL, NULL);
}

static void
drop_down_cb (GtkDropDown *drop_down)
{
  const char *name = g_object_get_data (G_OBJECT (drop_down), "oct-name");
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *label = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    label = g_strdup_printf ("%s: %s", name, gtk_string_object_get_string (item));
  else
    label = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * oct_accessible_name_drop_down:
 * @drop_down: a drop down of texts
 * @name: what is chosen in it
 *
 * Names the button inside a drop down, which is what has the focus: GTK 4.8 gives it no name of its
 * own. The name is followed by what is chosen.
 */
void
oct_accessible_name_drop_down (GtkDropDown *drop_down, const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (name != NULL);

  g_object_set_data_full (G_OBJECT (drop_down), "oct-name", g_strdup (name), g_free);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (drop_down_cb), NULL);
  drop_down_cb (drop_down);
}

/**
 * oct_accessible_name_switch:
 * @row: a widget with a switch somewhere in it
 * @name: what is switched
 *
 * Names the switch that a row of libadwaita makes by itself.
 */
void
oct_accessible_name_switch (GtkWidget *row, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (name != NULL);

  if (GTK_IS_SWITCH (row))
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    oct_accessible_name_switch (child, name);
}

/**
 * oct_accessible_name_row:
 * @item: a list item that is being bound and has its child
 * @name: what the row says, in a sentence
 *
 * Names the row that has the focus in a list view: GTK 4.8 can't name it through the list item.
 */
void
oct_accessible_name_row (GtkListItem *item, const char *name)
{
  GtkWidget *row;

  g_return_if_fail (GTK_IS_LIST_ITEM (item));

  row = gtk_widget_get_parent (gtk_list_item_get_child (item));
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * oct_accessible_add:
 * @name: what a screen reader says of something so far; may be empty
 * @text: the next that it says; nothing is added where it is empty
 *
 * Adds a sentence, and ends the one before where it doesn't end by itself, so that the reader pauses.
 */
void
oct_accessible_add (GString *name, const char *text)
{
  g_return_if_fail (name != NULL);
  g_return_if_fail (text != NULL);

  if (*text == '\0')
    return;
  if (name->len > 0)
    g_string_append (name, strchr (".!?:", name->str[name->len - 1]) != NULL ? " " : ". ");
  g_string_append (name, text);
}
