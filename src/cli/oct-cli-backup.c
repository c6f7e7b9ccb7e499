/* octant backup: a dated copy of a workspace now, the ones there are, and going back to one. */
#include <glib/gi18n.h>

#include "oct-cli-records.h"
#include "oct-cli-table.h"
#include "oct-cli-workspace.h"
#include "oct-error.h"
#include "oct-workspace-backup.h"

static char *opt_workspace;
static gboolean opt_list;
static char *opt_restore;

static const GOptionEntry options[] = {
  OCT_CLI_WORKSPACE_OPTION (&opt_workspace),
  { "list", 0, 0, G_OPTION_ARG_NONE, &opt_list, N_("List the backups there are, the newest first"),
    NULL },
  { "restore", 0, 0, G_OPTION_ARG_STRING, &opt_restore,
    N_("Go back to this backup; the present state is backed up before"), N_("BACKUP") },
  { NULL },
};

static gpointer
read_path (OctWorkspace *workspace, gpointer data, GError **error)
{
  return g_strdup (oct_workspace_get_path (workspace));
}

static gpointer
make_backup (OctWorkspace *workspace, gpointer data, GError **error)
{
  char *path = NULL;

  return oct_workspace_backup (workspace, OCT_BACKUP_ASKED, &path, error) ? path : NULL;
}

/* (transfer full) (nullable): what the workspace answers. */
static char *
ask (OctCli *cli, OctReadFunc func)
{
  GAsyncResult *result = NULL;

  oct_workbench_read_async (oct_cli_workbench (cli), func, NULL, NULL, g_free, NULL,
                            oct_cli_ready_cb, &result);

  return oct_cli_wait_read (cli, &result);
}

static void
add_backup (JsonBuilder *builder, const OctBackup *backup)
{
  json_builder_begin_object (builder);
  oct_cli_add_text (builder, "name", backup->name);
  oct_cli_add_text (builder, "reason", oct_backup_reason_to_key (backup->reason));
  oct_cli_add_number (builder, "bytes", backup->size);
  oct_cli_add_text (builder, "path", backup->path);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *backups)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < backups->len; i++)
    add_backup (builder, g_ptr_array_index (backups, i));
  json_builder_end_array (builder);
  oct_cli_print_builder (builder);
}

static void
print_table (GPtrArray *backups)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  oct_cli_table_add_column (table, _("Backup"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Made"), OCT_CLI_LEFT);
  for (guint i = 0; i < backups->len; i++)
    {
      const OctBackup *backup = g_ptr_array_index (backups, i);

      oct_cli_table_add (table, backup->name);
      oct_cli_table_add (table, oct_backup_reason_to_text (backup->reason));
    }
  oct_cli_table_print (table);
}

static int
list (OctCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = oct_workspace_find_backups (path, &error);

  if (backups == NULL)
    return oct_cli_fail (error);
  if (cli->format == OCT_CLI_JSON)
    print_json (backups);
  else
    print_table (backups);

  return OCT_CLI_DONE;
}

static int
restore (OctCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = oct_workspace_find_backups (path, &error);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const OctBackup *backup = g_ptr_array_index (backups, i);

      if (!g_str_equal (backup->name, opt_restore))
        continue;
      oct_workbench_close (oct_cli_workbench (cli));
      if (!oct_workspace_restore (path, backup->path, &error))
        return oct_cli_fail (error);
      /* Translators: %s is the name of a backup. */
      oct_cli_print (_("Went back to %s. The state before it was backed up.\n"), backup->name);
      return OCT_CLI_DONE;
    }
  if (error == NULL)
    /* Translators: %s is what somebody typed as the name of a backup. */
    error = g_error_new (OCT_ERROR, OCT_ERROR_NOT_FOUND,
                         _("There is no backup %s. octant backup --list names those there are."),
                         opt_restore);

  return oct_cli_fail (error);
}

static int
run (OctCli *cli)
{
  g_autofree char *path = NULL;
  g_autofree char *made = NULL;
  int status;

  if (oct_cli_open_workspace (cli, opt_workspace, NULL, &status) == NULL)
    return status;
  path = ask (cli, read_path);
  if (path == NULL)
    return OCT_CLI_FAILED;
  if (opt_list)
    return list (cli, path);
  if (opt_restore != NULL)
    return restore (cli, path);
  made = ask (cli, make_backup);
  if (made == NULL)
    return OCT_CLI_FAILED;
  /* Translators: %s is the path of a file. */
  oct_cli_print (_("Backed up to %s\n"), made);

  return OCT_CLI_DONE;
}

const OctCliCommand oct_cli_backup = {
  .name = "backup",
  .summary = N_("Back up the workspace now, list its backups, or go back to one"),
  .options = options,
  .run = run,
};
