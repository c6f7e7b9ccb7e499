/* What an import tells of each file. */

#include "oct-import.h"

/**
 * oct_import_refusal_free:
 * @refusal: (transfer full): a refused row
 */
void
oct_import_refusal_free (OctImportRefusal *refusal)
{
  g_free (refusal->reason);
  g_free (refusal);
}

/**
 * oct_import_report_free:
 * @report: (transfer full): a report
 */
void
oct_import_report_free (OctImportReport *report)
{
  g_free (report->path);
  g_free (report->file_name);
  g_free (report->dataset);
  g_free (report->title);
  g_free (report->sha256);
  g_clear_pointer (&report->refusals, g_ptr_array_unref);
  g_strfreev (report->unknown_columns);
  g_clear_error (&report->error);
  g_free (report);
}

/**
 * oct_import_report_refusals_to_csv:
 * @report: a report
 *
 * Returns: (transfer full): the refused rows as CSV with a header: line, reason
 */
char *
oct_import_report_refusals_to_csv (const OctImportReport *report)
{
  GString *csv = g_string_new ("line,reason\r\n");

  for (guint i = 0; i < report->refusals->len; i++)
    {
      const OctImportRefusal *refusal = g_ptr_array_index (report->refusals, i);
      g_auto (GStrv) parts = g_strsplit (refusal->reason, "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", parts);

      g_string_append_printf (csv, "%u,\"%s\"\r\n", refusal->line, quoted);
    }

  return g_string_free (csv, FALSE);
}
