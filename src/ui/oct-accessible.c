/* Keeping what a screen reader finds in step with what is shown.
 *
 * GTK 4.8 tells assistive technology about every child of a stack, a flap and a revealer, also those that
 * aren't shown; a screen reader would read all of them one after the other. Here the ones that are
 * not shown are marked as hidden, and the marks follow every switch.
 */

#include "oct-accessible.h"

#include <adwaita.h>

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
