/* The name of the open workspace in the sidebar; see the header. */
#include "oct-workspace-name.h"

static void
update (AdwWindowTitle *title, GParamSpec *pspec, OctWorkbench *workbench)
{
  const char *name = oct_workbench_get_name (workbench);
  g_auto (GStrv) names = oct_workbench_list (workbench);
  gboolean several = g_strv_length (names) > 1;

  adw_window_title_set_subtitle (title, name != NULL && several ? name : "");
}

/* A title belongs to one session after another. */
static void
forget (AdwWindowTitle *title)
{
  OctWorkbench *before = g_object_get_data (G_OBJECT (title), "workbench");

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, update, title);
}

/**
 * oct_workspace_name_follow:
 * @title: a title
 * @workbench: what is open
 *
 * Shows the name of the open workspace as the subtitle, as long as there is more than one.
 */
void
oct_workspace_name_follow (AdwWindowTitle *title, OctWorkbench *workbench)
{
  forget (title);
  g_object_set_data_full (G_OBJECT (title), "workbench", g_object_ref (workbench), g_object_unref);
  g_signal_connect_object (workbench, "notify::name", G_CALLBACK (update), title,
                           G_CONNECT_SWAPPED);
  update (title, NULL, workbench);
}
