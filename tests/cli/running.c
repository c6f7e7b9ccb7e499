/* Running the program as a script would. The program's path comes from the build. */
#include "running.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>

static char *scratch;

void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

static char **
collect_words (const char *first, va_list arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, g_getenv ("OCTANT_BINARY"));
  for (const char *word = first; word != NULL; word = va_arg (arguments, const char *))
    g_strv_builder_add (builder, word);

  return g_strv_builder_end (builder);
}

/* The bytes with a NUL after them; nothing at all is an empty text. */
static char *
take_text (GBytes *bytes)
{
  gsize length = g_bytes_get_size (bytes);
  char *text = g_malloc0 (length + 1);

  if (length > 0)
    memcpy (text, g_bytes_get_data (bytes, NULL), length);

  return text;
}

static Run
spawn (char **words, const char *input, gssize length)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) in = input != NULL
                            ? g_bytes_new (input, length < 0 ? strlen (input) : (gsize) length)
                            : NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE;
  Run run = { 0 };

  if (in != NULL)
    flags |= G_SUBPROCESS_FLAGS_STDIN_PIPE;
  launcher = g_subprocess_launcher_new (flags);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, in, NULL, &out, &err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  run.status = g_subprocess_get_exit_status (process);
  run.length = g_bytes_get_size (out);
  run.out = take_text (out);
  run.err = take_text (err);

  return run;
}

Run
run_octant (const char *first, ...)
{
  g_auto (GStrv) words = NULL;
  va_list arguments;

  va_start (arguments, first);
  words = collect_words (first, arguments);
  va_end (arguments);

  return spawn (words, NULL, 0);
}

Run
run_with_input (const char *input, gssize length, const char *first, ...)
{
  g_auto (GStrv) words = NULL;
  va_list arguments;

  va_start (arguments, first);
  words = collect_words (first, arguments);
  va_end (arguments);

  return spawn (words, input, length);
}

void
assert_status (const Run *run, int status)
{
  if (run->status != status)
    g_error ("Exit status %d, not %d. It said: %s", run->status, status, run->err);
  /* A reason where there is one to give, and silence where all is well. */
  if (status == 0)
    g_assert_cmpstr (run->err, ==, "");
  else
    g_assert_true (g_str_has_prefix (run->err, "octant: "));
}

void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

JsonNode *
parse_json (const Run *run)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, run->out, (gssize) run->length, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

const char *
scratch_dir (void)
{
  g_autoptr (GError) error = NULL;

  if (scratch == NULL)
    scratch = g_dir_make_tmp ("octant-cli-XXXXXX", &error);
  g_assert_no_error (error);

  return scratch;
}

char *
scratch_path (const char *name)
{
  return g_build_filename (scratch_dir (), name, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
remove_scratch (void)
{
  if (scratch != NULL)
    remove_tree (scratch);
  g_clear_pointer (&scratch, g_free);
}

static char *
demo_file (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "demo", name, NULL);
}

const char *
demo_dir (void)
{
  static char *dir;

  if (dir == NULL)
    {
      g_autofree char *first = demo_file ("edubasealldata20250901.csv");
      g_autofree char *second = demo_file ("edubasealldata20260901.csv");
      g_autofree char *links = demo_file ("links_edubasealldata20260901.csv");
      g_autofree char *groups = demo_file ("allgroupsdata20260901.csv");

      dir = scratch_path ("demo-data");
      {
        g_auto (Run) run = run_octant ("import", "--data-dir", dir, first, second, links, groups,
                                       NULL);

        assert_status (&run, 0);
      }
    }

  return dir;
}

JsonObject *
find_record (JsonNode *array, const char *key, gint64 number)
{
  JsonArray *records = json_node_get_array (array);

  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = json_array_get_object_element (records, i);

      if (json_object_get_int_member (record, key) == number)
        return record;
    }
  g_error ("No record has %s = %" G_GINT64_FORMAT, key, number);
}
