/* What can be taken out of the list of schools.
 *
 * All of it takes the list as it is shown: the same schools in the same order with the same columns.
 */

#include "octant-config.h"

#include "oct-schools-output.h"

#include <glib/gi18n.h>

#include "oct-commands.h"
#include "oct-export-dialog.h"
#include "oct-print.h"
#include "oct-school-list.h"
#include "oct-schools-location.h"
#include "oct-text.h"

static OctSchoolList *
get_list (OctSchoolsPage *page)
{
  OctSchoolTable *table = oct_schools_page_get_table (page);

  return OCT_SCHOOL_LIST (oct_drawn_table_get_model (OCT_DRAWN_TABLE (table)));
}

static void
say (OctSchoolsPage *page, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.toast", "s", words);
}

/**
 * oct_schools_output_describe:
 * @reg: the register
 * @query: what was asked
 * @n: how many schools answer it
 *
 * Returns: (transfer full): "15 open schools of Ash Grove Trust"
 */
char *
oct_schools_output_describe (OctRegister *reg, OctSchoolQuery *query, guint n)
{
  const char *text = oct_school_query_get_text (query);
  GPtrArray *trusts = oct_school_query_get_keys (query, OCT_FACET_TRUST);
  gboolean open = oct_schools_location_is_open (query);
  g_autofree char *schools = NULL;
  const char *trust = NULL;

  schools = open ? g_strdup_printf (ngettext ("%'u open school", "%'u open schools", n), n)
                 : oct_text_schools (n);

  if (trusts->len == 1)
    trust = oct_index_facet_label (oct_register_get_index (reg), OCT_FACET_TRUST,
                                   g_ptr_array_index (trusts, 0));
  if (trust != NULL && text[0] == '\0')
    /* Translators: "15 schools", and the name of a trust. */
    return g_strdup_printf (_("%s of %s"), schools, trust);
  if (text[0] != '\0')
    /* Translators: "15 schools", and the words that were searched. */
    return g_strdup_printf (_("%s that match “%s”"), schools, text);

  return g_steal_pointer (&schools);
}

/**
 * oct_schools_output_copy:
 * @page: the page of schools
 *
 * Copies the chosen row as it is shown, with tabs between the cells for a spreadsheet.
 */
void
oct_schools_output_copy (OctSchoolsPage *page)
{
  const OctColumn *columns = oct_school_table_get_columns (oct_schools_page_get_table (page));
  g_autoptr (OctSchool) school = oct_schools_page_get_school (page);
  g_autoptr (GString) text = g_string_new (NULL);

  if (school == NULL)
    {
      say (page, _("Choose a school to copy."));
      return;
    }
  for (guint i = 0; columns[i] != OCT_N_COLUMNS; i++)
    {
      g_autofree char *cell = oct_school_column_text (oct_page_get_session (OCT_PAGE (page)),
                                                      oct_school_get_facts (school), columns[i],
                                                      oct_schools_page_get_query (page));

      if (i > 0)
        g_string_append_c (text, '\t');
      g_string_append (text, cell != NULL ? cell : "");
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), text->str);
  say (page, _("Copied the school's row"));
}

/**
 * oct_schools_output_export:
 * @page: the page of schools
 *
 * Asks which fields of the schools shown to write to a file.
 */
void
oct_schools_output_export (OctSchoolsPage *page)
{
  const OctResult *result = oct_school_list_get_result (get_list (page));
  GtkWidget *dialog;

  if (result == NULL || result->n_rows == 0)
    {
      say (page, _("There is no school in the list to save."));
      return;
    }
  dialog = oct_export_dialog_new (GTK_WIDGET (page), oct_page_get_session (OCT_PAGE (page)), result,
                                  oct_schools_page_get_query (page),
                                  oct_school_table_get_columns (oct_schools_page_get_table (page)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * oct_schools_output_print:
 * @page: the page of schools
 *
 * Asks for a printer and prints the schools shown, with the columns shown.
 */
void
oct_schools_output_print (OctSchoolsPage *page)
{
  OctRegister *reg = oct_session_get_register (oct_page_get_session (OCT_PAGE (page)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_list (page)));
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *title = NULL;
  g_autofree char *source = NULL;

  if (reg == NULL || n == 0)
    {
      say (page, _("There is no school in the list to print."));
      return;
    }
  title = oct_schools_output_describe (reg, oct_schools_page_get_query (page), n);
  source = oct_text_source (oct_register_get_as_at (reg));
  operation = oct_print_new_table (OCT_DRAWN_TABLE (oct_schools_page_get_table (page)), title,
                                   source);
  oct_print_run (GTK_WIDGET (page), operation);
}
