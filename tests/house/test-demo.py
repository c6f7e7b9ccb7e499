"""The demonstration: written by its script, in the publisher's formats, and nobody real in it."""

import csv
import glob
import importlib.util
import io
import json
import os
import re
import sys
import zipfile

from house import SHARED_DATA, Tap, path

# Columns that name somebody or something; generic words such as towns' halls are not among them.
EXTRACT = 'edubasealldata%s.csv'


def load_script():
    sys.path.insert(0, path('data', 'demo'))
    spec = importlib.util.spec_from_file_location('make_demo', path('data', 'demo', 'make-demo.py'))
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline='')))


def real_tables():
    for name in glob.glob(os.path.join(SHARED_DATA, 'gias', 'extract-*.zip')):
        with zipfile.ZipFile(name) as archive:
            yield rows(archive.read(archive.namelist()[0]).decode('cp1252', 'replace'))


def head(row):
    return (row['HeadFirstName'] + ' ' + row['HeadLastName']).strip().lower()


def story(tap, before, after):
    """What the demonstration promises."""
    own = [row for row in after if row['Trusts (code)'] == '90001' and row['EstablishmentStatus (code)'] == '1']
    phases = {row['PhaseOfEducation (name)'] for row in own}
    tap.case('the trust has twelve schools in three phases, one of them special',
             [] if len(own) == 12 and {'Primary', 'Secondary', 'All-through'} <= phases
             and sum('special' in row['TypeOfEstablishment (name)'] for row in own) == 1 else [str(len(own)), str(phases)])
    earlier = {row['URN']: row for row in before}
    kinds = {
        'opened or joined': [row for row in own if row['URN'] not in earlier],
        'left for another trust': [row for row in after if earlier.get(row['URN'], row)['Trusts (code)'] == '90001' != row['Trusts (code)']],
        'renamed': [row for row in own if row['URN'] in earlier and earlier[row['URN']]['EstablishmentName'] != row['EstablishmentName']],
        'closed': [row for row in after if row['CloseDate'] and not earlier.get(row['URN'], row)['CloseDate']],
        'of another phase': [row for row in after if earlier.get(row['URN'], row)['PhaseOfEducation (code)'] != row['PhaseOfEducation (code)']],
        'of another capacity': [row for row in own if earlier.get(row['URN'], row)['SchoolCapacity'] != row['SchoolCapacity']],
        'with a new head': [row for row in own if row['URN'] in earlier and head(earlier[row['URN']]) != head(row)],
    }
    for kind, found in kinds.items():
        tap.case('between the releases a school is ' + kind, [] if found else ['none'])


def strangers(tap, after, groups):
    """No name of the demonstration is that of a real school, trust or head."""
    tables = list(real_tables())
    if not tables:
        tap.skip('nobody real is in it', 'the public files are not here')
        return
    schools = {row['EstablishmentName'].lower() for table in tables for row in table}
    heads = {head(row) for table in tables for row in table}
    trusts = {row['Trusts (name)'].lower() for table in tables for row in table}
    tap.case('no school has a real one’s name', [row['EstablishmentName'] for row in after if row['EstablishmentName'].lower() in schools])
    tap.case('no head has a real one’s name', [head(row) for row in after if head(row) and head(row) in heads])
    tap.case('no trust has a real one’s name', [row['Group Name'] for row in groups if row['Group Name'].lower() in trusts])
    real = [set(table[0]) for table in tables]
    tap.case('the columns are the publisher’s', [] if set(after[0]) in real else ['they differ from the extracts of the public files'])


def texts_of(value):
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts_of(part)


def workspace(tap, after):
    """The demonstration's workspace is about its own schools, and names nobody."""
    with open(path('data', 'demo', 'workspace.json'), encoding='utf-8') as file:
        table = json.load(file)
    own = {int(row['URN']) for row in after if row['Trusts (code)'] == '90001' and row['EstablishmentStatus (code)'] == '1'}
    urns = [school['urn'] for school in table['schools']]
    tap.case('every school of the trust has judgements, once', [] if sorted(urns) == sorted(own) else [str(urns)])
    tap.case('notes and targets are about schools of the trust',
             [str(entry['urn']) for entry in table['notes'] + table['targets'] if 'urn' in entry and entry['urn'] not in own])
    lengths = len(table['school-elements'])
    tap.case('each row has a stage for each element',
             ['%d %s' % (school['urn'], stages) for school in table['schools'] for cycle in table['cycles']
              for stages in school[cycle['key']].values() if not re.fullmatch('[0-4.]{%d}' % lengths, stages)])
    tap.case('people are posts', [str(person) for person in table['people'] if set(person) != {'key', 'post'}])
    tap.case('addresses are nobody’s', [text for text in texts_of(table) if '://' in text and '.example/' not in text])
    words = ' '.join(texts_of(table))
    tap.case('nobody is called by a title', re.findall(r'\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b\.? [A-Z]\w+', words))
    pairs = {pair.lower() for pair in re.findall(r"(?=\b([A-Z][\w’'-]+ [A-Z][\w’'-]+))", words)}
    heads = {head(row) for row in after} | {head(row) for table in real_tables() for row in table}
    tap.case('no head is named in it', sorted(pairs & heads))


def main():
    tap = Tap()
    texts = load_script().files()
    for name, text in sorted(texts.items()):
        with open(path('data', 'demo', name), 'rb') as file:
            tap.case(name + ' is what the script writes', [] if file.read() == text.encode('cp1252') else ['run data/demo/make-demo.py'])
    before, after = rows(texts[EXTRACT % '20250901']), rows(texts[EXTRACT % '20260901'])
    tap.case('the releases have the old and the new columns', [] if (len(before[0]), len(after[0])) == (139, 135) else [str(len(before[0])), str(len(after[0]))])
    story(tap, before, after)
    workspace(tap, after)
    strangers(tap, before + after, rows(texts['allgroupsdata20260901.csv']))
    tap.end()


main()
