/* The index of an evidence binder: a page for a browser, which needs nothing else, and a table.
 *
 * Everything that comes from the workspace is escaped; the page runs no script and fetches nothing. A
 * cell of the table that a spreadsheet would take for a formula begins with an apostrophe.
 */
#include "oct-binder-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char style[] =
  "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#241f31}"
  "h1{font-size:1.6em}h2{font-size:1.2em;border-bottom:1px solid #c0bfbc;margin-top:2em}"
  "article{margin:1em 0}h3{font-size:1em;margin:0}p{margin:.2em 0;white-space:pre-line}"
  ".about{color:#5e5c64}@media print{a{color:inherit}}";

static void
append_escaped (GString *html, const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "%s%s%s", before, escaped, after);
}

static const char *
element_name (const OctBinderElement *elements, guint n_elements, guint element)
{
  return element < n_elements ? elements[element].name : _("Not at an element");
}

/* Relative, and escaped as an address first. */
static void
append_link (GString *html, const char *address, const char *text)
{
  append_escaped (html, "<p><a rel=\"noreferrer\" href=\"", address, "\">");
  append_escaped (html, "", text, "</a></p>");
}

static void
append_entry (GString *html, const OctBinderEntry *entry)
{
  const OctEvidence *evidence = entry->evidence;
  g_autofree char *day = oct_date_to_text (evidence->dated);
  g_autofree char *about = g_strjoin (" · ", oct_evidence_kind_to_text (evidence->kind),
                                      evidence->dated != OCT_DATE_UNKNOWN ? day : entry->places,
                                      evidence->dated != OCT_DATE_UNKNOWN ? entry->places : NULL,
                                      NULL);

  append_escaped (html, "<article><h3>", evidence->name, "</h3>\n");
  append_escaped (html, "<p class=\"about\">", about, "</p>\n");
  if (evidence->text[0] != '\0')
    append_escaped (html, "<p>", evidence->text, "</p>\n");
  if (evidence->kind == OCT_EVIDENCE_LINK)
    append_link (html, evidence->url, evidence->url);
  if (entry->path != NULL)
    {
      g_autofree char *address = g_uri_escape_string (entry->path, "/", FALSE);

      append_link (html, address, evidence->file_name);
    }
  if (entry->missing)
    append_escaped (html, "<p><strong>",
                    _("The file is missing or was changed outside Octant, so it is not here."),
                    "</strong></p>\n");
  g_string_append (html, "</article>\n");
}

/*
 * oct_binder_make_html:
 * @entries: (element-type OctBinderEntry): by element
 * @elements: the elements
 * @n_elements: how many
 * @title: the page's title
 *
 * Returns: (transfer full): the page
 */
char *
oct_binder_make_html (GPtrArray *entries, const OctBinderElement *elements, guint n_elements,
                      const char *title)
{
  GString *html = g_string_new (
    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
  guint element = G_MAXUINT;

  append_escaped (html, "<title>", title, "</title>");
  g_string_append_printf (html, "<style>%s</style></head>\n<body>\n", style);
  append_escaped (html, "<h1>", title, "</h1>\n");
  for (guint i = 0; i < entries->len; i++)
    {
      const OctBinderEntry *entry = g_ptr_array_index (entries, i);

      if (entry->element != element)
        append_escaped (html, "<h2>", element_name (elements, n_elements, entry->element),
                        "</h2>\n");
      element = entry->element;
      append_entry (html, entry);
    }
  g_string_append (html, "</body></html>\n");

  return g_string_free (html, FALSE);
}

static void
append_cell (GString *csv, const char *text, gboolean last)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);
  gboolean formula = text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;

  g_string_append_printf (csv, "\"%s%s\"%s", formula ? "'" : "", doubled, last ? "\r\n" : ",");
}

/*
 * oct_binder_make_csv:
 * @entries: (element-type OctBinderEntry): by element
 * @elements: the elements
 * @n_elements: how many
 *
 * Returns: (transfer full): the table, in UTF-8 with a byte order mark for spreadsheets
 */
char *
oct_binder_make_csv (GPtrArray *entries, const OctBinderElement *elements, guint n_elements)
{
  const char *const heads[] = { _("Element"), _("Name"), _("Kind"), _("Date"),
                                _("Where"),   _("Text"), _("Link"), _("File") };
  GString *csv = g_string_new ("\xef\xbb\xbf");

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    append_cell (csv, heads[i], i + 1 == G_N_ELEMENTS (heads));
  for (guint i = 0; i < entries->len; i++)
    {
      const OctBinderEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *day = entry->evidence->dated != OCT_DATE_UNKNOWN
                               ? oct_date_to_iso (entry->evidence->dated)
                               : g_strdup ("");

      append_cell (csv, element_name (elements, n_elements, entry->element), FALSE);
      append_cell (csv, entry->evidence->name, FALSE);
      append_cell (csv, oct_evidence_kind_to_text (entry->evidence->kind), FALSE);
      append_cell (csv, day, FALSE);
      append_cell (csv, entry->places, FALSE);
      append_cell (csv, entry->evidence->text, FALSE);
      append_cell (csv, entry->evidence->url, FALSE);
      append_cell (csv,
                   entry->missing        ? _("(missing)")
                   : entry->path != NULL ? entry->path
                                         : "",
                   TRUE);
    }

  return g_string_free (csv, FALSE);
}
