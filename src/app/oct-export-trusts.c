/* Exports of trusts: every figure of a trust is a column.
 */
#include "oct-commands.h"

#include <glib/gi18n.h>

#include "oct-export-private.h"

typedef struct
{
  GListModel *trusts;
  OctTrust *trust; /* of the row that was asked for last; its texts are in use */
  guint row;
} TrustSource;

typedef enum
{
  TRUST_UID,
  TRUST_NAME,
  TRUST_TYPE,
  TRUST_STATUS,
  TRUST_COMPANY,
  TRUST_TOWN,
  TRUST_POSTCODE,
  TRUST_OPENED,
  TRUST_CLOSED,
  TRUST_SCHOOLS,
  TRUST_FIRST_PHASE,
  TRUST_LAST_PHASE = TRUST_FIRST_PHASE + OCT_N_PHASES - 1,
  TRUST_SPECIAL,
  TRUST_PUPILS,
  TRUST_CAPACITY,
  TRUST_CAPACITY_USED,
  TRUST_FSM,
  TRUST_REGIONS,
  TRUST_MAIN_REGION,
  TRUST_AUTHORITIES,
  TRUST_OPENED_SINCE,
  TRUST_JOINED_SINCE,
  TRUST_LEFT_SINCE,
  N_TRUST_COLUMNS
} TrustColumn;

static const struct
{
  TrustColumn column;
  const char *label;
  OctCellKind kind;
  double width;
} trust_columns[] = {
  { TRUST_UID, N_("UID"), OCT_CELL_IDENTIFIER, 10 },
  { TRUST_NAME, N_("Name"), OCT_CELL_TEXT, 40 },
  { TRUST_TYPE, N_("Type"), OCT_CELL_TEXT, 26 },
  { TRUST_STATUS, N_("Status"), OCT_CELL_TEXT, 12 },
  { TRUST_COMPANY, N_("Companies House number"), OCT_CELL_TEXT, 14 },
  { TRUST_TOWN, N_("Town"), OCT_CELL_TEXT, 20 },
  { TRUST_POSTCODE, N_("Postcode"), OCT_CELL_TEXT, 12 },
  { TRUST_OPENED, N_("Opened"), OCT_CELL_DATE, 12 },
  { TRUST_CLOSED, N_("Closed"), OCT_CELL_DATE, 12 },
  { TRUST_SCHOOLS, N_("Open schools"), OCT_CELL_INTEGER, 10 },
  { TRUST_SPECIAL, N_("Special schools"), OCT_CELL_INTEGER, 10 },
  { TRUST_PUPILS, N_("Pupils"), OCT_CELL_INTEGER, 10 },
  { TRUST_CAPACITY, N_("Capacity"), OCT_CELL_INTEGER, 10 },
  { TRUST_CAPACITY_USED, N_("Capacity used (%)"), OCT_CELL_DECIMAL, 12 },
  { TRUST_FSM, N_("Free school meals (%, weighted by pupils)"), OCT_CELL_DECIMAL, 14 },
  { TRUST_REGIONS, N_("Regions"), OCT_CELL_INTEGER, 10 },
  { TRUST_MAIN_REGION, N_("Main region"), OCT_CELL_TEXT, 24 },
  { TRUST_AUTHORITIES, N_("Local authorities"), OCT_CELL_INTEGER, 12 },
  { TRUST_OPENED_SINCE, N_("Opened in the last year"), OCT_CELL_INTEGER, 12 },
  { TRUST_JOINED_SINCE, N_("Joined in the last year"), OCT_CELL_INTEGER, 12 },
  { TRUST_LEFT_SINCE, N_("Left in the last year"), OCT_CELL_INTEGER, 12 },
};

static void
trust_text (OctCell *cell, const char *text)
{
  cell->text = text;
  cell->missing = text == NULL || *text == '\0';
}

static void
trust_number (OctCell *cell, double number)
{
  cell->number = number;
  cell->missing = number < 0;
}

static void
trust_date (OctCell *cell, OctDate date)
{
  cell->date = date;
  cell->missing = date == OCT_DATE_UNKNOWN;
}

static void
trust_cell (gpointer user_data, guint row, guint column, OctCell *cell)
{
  TrustSource *source = user_data;
  const OctTrustFacts *facts;

  if (source->trust == NULL || source->row != row)
    {
      g_clear_object (&source->trust);
      source->trust = g_list_model_get_item (source->trusts, row);
      source->row = row;
    }
  facts = oct_trust_get_facts (source->trust);
  switch (column)
    {
    case TRUST_UID:
      trust_number (cell, facts->uid);
      break;
    case TRUST_NAME:
      trust_text (cell, facts->name);
      break;
    case TRUST_TYPE:
      trust_text (cell, oct_group_type_label (facts->type));
      break;
    case TRUST_STATUS:
      trust_text (cell, facts->open ? _("Open") : _("Closed"));
      break;
    case TRUST_COMPANY:
      trust_text (cell, facts->company_number);
      break;
    case TRUST_TOWN:
      trust_text (cell, facts->town);
      break;
    case TRUST_POSTCODE:
      trust_text (cell, facts->postcode);
      break;
    case TRUST_OPENED:
      trust_date (cell, facts->opened);
      break;
    case TRUST_CLOSED:
      trust_date (cell, facts->closed);
      break;
    case TRUST_SCHOOLS:
      trust_number (cell, facts->schools);
      break;
    case TRUST_SPECIAL:
      trust_number (cell, facts->special_schools);
      break;
    case TRUST_PUPILS:
      trust_number (cell, facts->pupils);
      break;
    case TRUST_CAPACITY:
      trust_number (cell, facts->capacity);
      break;
    case TRUST_CAPACITY_USED:
      trust_number (cell, facts->capacity_used < 0 ? -1 : facts->capacity_used * 100);
      break;
    case TRUST_FSM:
      trust_number (cell, facts->fsm_percent);
      break;
    case TRUST_REGIONS:
      trust_number (cell, facts->regions);
      break;
    case TRUST_MAIN_REGION:
      trust_text (cell, facts->main_region);
      break;
    case TRUST_AUTHORITIES:
      trust_number (cell, facts->local_authorities);
      break;
    case TRUST_OPENED_SINCE:
      trust_number (cell, facts->opened_since);
      break;
    case TRUST_JOINED_SINCE:
      trust_number (cell, facts->joined_since);
      break;
    case TRUST_LEFT_SINCE:
      trust_number (cell, facts->left_since);
      break;
    default:
      trust_number (cell, facts->schools_by_phase[column - TRUST_FIRST_PHASE]);
      break;
    }
  if (column >= TRUST_SCHOOLS && !oct_trust_facts_know_schools (facts))
    cell->missing = TRUE;
}

static void
describe_trusts (OctTable *table, OctTableColumn *columns, TrustSource *source)
{
  for (guint phase = 0; phase < OCT_N_PHASES; phase++)
    columns[TRUST_FIRST_PHASE + phase] = (OctTableColumn) { .label = oct_phase_label (phase),
                                                            .kind = OCT_CELL_INTEGER,
                                                            .width = 12 };
  for (guint i = 0; i < G_N_ELEMENTS (trust_columns); i++)
    columns[trust_columns[i].column] = (OctTableColumn) {
      .label = _(trust_columns[i].label),
      .kind = trust_columns[i].kind,
      .width = trust_columns[i].width,
    };
  *table = (OctTable) {
    .name = _("Trusts"),
    .columns = columns,
    .n_columns = N_TRUST_COLUMNS,
    .n_rows = g_list_model_get_n_items (source->trusts),
    .cell = trust_cell,
    .source = source,
  };
}

/**
 * oct_export_trusts_csv:
 * @session: a session
 * @trusts: (element-type OctTrust): the trusts, in order
 * @error: return location for an error
 *
 * Writes a list of trusts with every figure as CSV for spreadsheets.
 *
 * Returns: (transfer full): the file, or %NULL with %OCT_ERROR_NO_REGISTER
 */
GBytes *
oct_export_trusts_csv (OctSession *session, GListModel *trusts, GError **error)
{
  OctTableColumn columns[N_TRUST_COLUMNS];
  TrustSource source = { .trusts = trusts };
  g_autoptr (OctRegister) reg = NULL;
  OctTable table;
  GBytes *csv;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (trusts), NULL);

  reg = oct_export_require_register (session, error);
  if (reg == NULL)
    return NULL;
  describe_trusts (&table, columns, &source);

  csv = oct_table_to_csv (&table, TRUE);
  g_clear_object (&source.trust);

  return csv;
}

/**
 * oct_export_trusts_xlsx:
 * @session: a session
 * @trusts: (element-type OctTrust): the trusts, in order
 * @path: where the spreadsheet is to be
 * @error: return location for an error
 *
 * Writes a list of trusts as a spreadsheet; see oct_table_to_xlsx() for the errors.
 *
 * Returns: whether it is in place
 */
gboolean
oct_export_trusts_xlsx (OctSession *session, GListModel *trusts, const char *path, GError **error)
{
  OctTableColumn columns[N_TRUST_COLUMNS];
  TrustSource source = { .trusts = trusts };
  g_autoptr (OctRegister) reg = NULL;
  OctTable table;
  g_auto (GStrv) about = NULL;
  gboolean ok;

  g_return_val_if_fail (OCT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (trusts), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  reg = oct_export_require_register (session, error);
  if (reg == NULL)
    return FALSE;
  describe_trusts (&table, columns, &source);
  about = oct_export_make_about (reg, oct_session_is_demo (session), table.n_rows);

  ok = oct_table_to_xlsx (&table, (const char *const *) about, path, error);
  g_clear_object (&source.trust);

  return ok;
}
