/* What kinds of file the program reads, as data.
 *
 * Each kind is a JSON file in data/datasets that says how its header is recognised, which column
 * holds what, where it is published and under which licence. A column that is renamed next year is
 * then a line in that file. The descriptions are compiled into the library.
 */
#pragma once

#include "oct-csv-reader.h"
#include "oct-date.h"
#include "oct-field.h"

G_BEGIN_DECLS

/**
 * OctEntity:
 * What one row of a dataset describes. It decides what oct_dataset_map_columns() maps to:
 * #OctField for establishments, else the enumeration of columns below.
 */
typedef enum
{
  OCT_ENTITY_ESTABLISHMENT,
  OCT_ENTITY_LINK,
  OCT_ENTITY_GROUP,
  OCT_ENTITY_GROUP_LINK,
} OctEntity;

typedef enum
{
  OCT_LINK_COLUMN_URN,
  OCT_LINK_COLUMN_OTHER_URN,
  OCT_LINK_COLUMN_OTHER_NAME,
  OCT_LINK_COLUMN_TYPE,
  OCT_LINK_COLUMN_ESTABLISHED,
  OCT_N_LINK_COLUMNS
} OctLinkColumn;

typedef enum
{
  OCT_GROUP_COLUMN_UID,
  OCT_GROUP_COLUMN_GROUP_ID,
  OCT_GROUP_COLUMN_NAME,
  OCT_GROUP_COLUMN_COMPANY_NUMBER,
  OCT_GROUP_COLUMN_TYPE_CODE,
  OCT_GROUP_COLUMN_TYPE,
  OCT_GROUP_COLUMN_CLOSED,
  OCT_GROUP_COLUMN_OPENED,
  OCT_GROUP_COLUMN_INCORPORATED,
  OCT_GROUP_COLUMN_STATUS_CODE,
  OCT_GROUP_COLUMN_STATUS,
  OCT_GROUP_COLUMN_STREET,
  OCT_GROUP_COLUMN_LOCALITY,
  OCT_GROUP_COLUMN_ADDRESS3,
  OCT_GROUP_COLUMN_TOWN,
  OCT_GROUP_COLUMN_COUNTY,
  OCT_GROUP_COLUMN_POSTCODE,
  OCT_GROUP_COLUMN_HEAD_TITLE,
  OCT_GROUP_COLUMN_HEAD_FIRST_NAME,
  OCT_GROUP_COLUMN_HEAD_LAST_NAME,
  OCT_GROUP_COLUMN_UKPRN,
  OCT_N_GROUP_COLUMNS
} OctGroupColumn;

typedef enum
{
  OCT_GROUP_LINK_COLUMN_URN,
  OCT_GROUP_LINK_COLUMN_UID,
  OCT_GROUP_LINK_COLUMN_NAME,
  OCT_GROUP_LINK_COLUMN_COMPANY_NUMBER,
  OCT_GROUP_LINK_COLUMN_TYPE,
  OCT_GROUP_LINK_COLUMN_CLOSED,
  OCT_GROUP_LINK_COLUMN_STATUS,
  OCT_GROUP_LINK_COLUMN_FEDERATION_TYPE,
  OCT_GROUP_LINK_COLUMN_JOINED,
  OCT_GROUP_LINK_COLUMN_SCHOOL_NAME,
  OCT_GROUP_LINK_COLUMN_SCHOOL_TYPE_CODE,
  OCT_GROUP_LINK_COLUMN_SCHOOL_TYPE,
  OCT_GROUP_LINK_COLUMN_PHASE_CODE,
  OCT_GROUP_LINK_COLUMN_PHASE,
  OCT_GROUP_LINK_COLUMN_LA_CODE,
  OCT_GROUP_LINK_COLUMN_LA,
  OCT_GROUP_LINK_COLUMN_SHARED_HEAD,
  OCT_N_GROUP_LINK_COLUMNS
} OctGroupLinkColumn;

/**
 * OctDataset:
 * @id: stable; kept in the register and written to JSON
 * @title: for people, translated
 * @complete: the file lists every entity of its kind, so that one it leaves out is gone
 * @precedence: among files of the same day the lower one wins
 * @key: the header of the column that identifies a row's subject
 * @date_format: how the publisher writes days, such as dd-mm-yyyy
 * @page: where the next file is to be had
 * @short_fields: how many fields a row may lack at its end; they are blank
 * @overflow: a row may have more fields than the header; the last column holds them all
 *
 * A kind of file. Read-only, lives as long as the program.
 */
typedef struct
{
  char *id;
  char *title;
  OctEntity entity;
  gboolean complete;
  int precedence;
  char *key;
  char *date_format;
  char *publisher;
  char *licence;
  char *page;
  guint short_fields;
  gboolean overflow;

  /*< private >*/
  GStrv required;
  GStrv forbidden;
  GRegex *name_date;
  GHashTable *columns;
} OctDataset;

GPtrArray *oct_datasets_load (GError **error);
const GPtrArray *oct_datasets_get_all (void);
const OctDataset *oct_dataset_find (const char *id);
const OctDataset *oct_dataset_recognise (const OctCsvField *header, guint n_columns,
                                         GError **error);
int *oct_dataset_map_columns (const OctDataset *self, const OctCsvField *header, guint n_columns,
                              GStrv *unknown, GError **error);
gboolean oct_dataset_accepts_row (const OctDataset *self, guint n_columns, const OctCsvRow *row,
                                  GError **error);
OctDate oct_dataset_date_from_name (const OctDataset *self, const char *outer, const char *inner);
const char *oct_entity_to_string (OctEntity entity);

G_END_DECLS
