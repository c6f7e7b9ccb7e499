/* A workspace in a list; see the header.
 *
 * What keeps a workspace from being opened is said in place of its facts, in a sentence that ends
 * with what to do, and the button beside it does that where there is something to do here.
 */
#include "oct-workspace-row.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-text.h"

/* (transfer full): "Longshore Learning Trust · 12 schools · changed 24 November 2026". */
static char *
describe (const OctWorkspaceFile *file)
{
  g_autofree char *schools = oct_text_schools (file->n_schools);
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (file->changed);
  g_autofree char *day = NULL;

  if (file->trust == NULL)
    return g_strdup (_("No trust is chosen in it yet"));
  if (file->changed == 0 || changed == NULL)
    return g_strdup_printf ("%s · %s", file->trust, schools);
  day = g_date_time_format (changed, _("%-d %B %Y"));

  /* Translators: a trust, how many schools it has, and the day of the last change. */
  return g_strdup_printf (_("%s · %s · changed %s"), file->trust, schools, day);
}

/* What the message of the store says with the path of the file, said for a list. */
static const char *
explain (const OctWorkspaceFile *file)
{
  switch (file->code)
    {
    case OCT_ERROR_NEWER:
      return _("A newer version of Octant has written it. Update Octant to open it.");
    case OCT_ERROR_BUSY:
      return _("It is open in another window or on another computer. Close it there, then try "
               "again.");
    case OCT_ERROR_UNTRUSTED:
      return _("This file is no workspace, though it is named like one. Restore a backup if it was "
               "one once.");
    case OCT_ERROR_DAMAGED:
      return _("It is damaged, and was left as it is. Restore a backup to go on.");
    default:
      return file->problem;
    }
}

static gboolean
needs_backup (const OctWorkspaceFile *file)
{
  return file->problem != NULL
         && (file->code == OCT_ERROR_DAMAGED || file->code == OCT_ERROR_UNTRUSTED);
}

static void
append (GMenu *menu, const char *label, const char *action, const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", name);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (const OctWorkspaceFile *file)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *label = NULL;

  if (file->problem == NULL)
    {
      append (menu, _("_Rename…"), "workspaces.rename", file->name);
      append (menu, _("_Save a copy…"), "workspaces.save-copy", file->name);
    }
  append (menu, _("_Backups"), "workspaces.backups", file->name);
  append (last, _("_Move to trash…"), "workspaces.trash", file->name);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  /* Translators: %s is the name of a workspace. */
  label = g_strdup_printf (_("What to do with %s"), file->name);
  g_object_set (button, "icon-name", "view-more-symbolic", "menu-model", menu, "valign",
                GTK_ALIGN_CENTER, "tooltip-text", _("More"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkWidget *
make_button (const char *label, const char *spoken, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);

  return button;
}

static GtkWidget *
make_tag (void)
{
  GtkWidget *tag = gtk_label_new (_("Open now"));

  gtk_widget_add_css_class (tag, "oct-tag");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);

  return tag;
}

static void
add_suffixes (AdwActionRow *row, const OctWorkspaceFile *file, gboolean open)
{
  g_autofree char *spoken = NULL;

  if (open)
    adw_action_row_add_suffix (row, make_tag ());
  else if (file->problem == NULL)
    {
      /* Translators: %s is the name of a workspace. */
      spoken = g_strdup_printf (_("Open %s"), file->name);
      adw_action_row_add_suffix (row,
                                 make_button (_("Open"), spoken, "workspaces.open", file->name));
    }
  else if (needs_backup (file))
    {
      /* Translators: %s is the name of a workspace. */
      spoken = g_strdup_printf (_("Backups of %s"), file->name);
      adw_action_row_add_suffix (row, make_button (_("Backups"), spoken, "workspaces.backups",
                                                   file->name));
    }
  adw_action_row_add_suffix (row, make_menu (file));
}

/**
 * oct_workspace_row_new:
 * @file: what is known of a workspace
 * @open: whether it is the open one
 *
 * Returns: (transfer floating): a row for a list
 */
GtkWidget *
oct_workspace_row_new (const OctWorkspaceFile *file, gboolean open)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *facts = file->problem == NULL ? describe (file) : g_strdup (explain (file));

  g_object_set (row, "use-markup", FALSE, "title", file->name, "subtitle", facts, "title-lines", 3,
                "subtitle-lines", 0, NULL);
  if (file->problem != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  add_suffixes (ADW_ACTION_ROW (row), file, open);

  return row;
}
