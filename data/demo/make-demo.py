#!/usr/bin/env python3
"""Writes the demonstration register: an invented trust, its schools and its neighbourhood.

Nothing here is real: schools, trusts, people, places, local authorities, postcodes, telephone
numbers and web addresses are made up. The files have the publisher's own formats, faults included,
so that the demonstration goes through the same importer as the real ones. The output is the same
on every machine: what looks random is picked by a hash of the school's number.

Usage: make-demo.py [FOLDER]   (default: the folder of this script)
"""

import csv
import hashlib
import io
import os
import sys

sys.dont_write_bytecode = True

from invented import (FIRST_NAMES, GROUPS, LAST_NAMES, LOCAL_AUTHORITIES, SCHOOLS, STREETS, TOWNS,
                      TRUST_OF_HEADS)

FIRST_RELEASE = '20250901'
SECOND_RELEASE = '20260901'
CENSUS = {FIRST_RELEASE: '16-01-2025', SECOND_RELEASE: '15-01-2026'}

# Kind of school: code and name of its type, code and name of its type group.
KINDS = {
    'community': ('01', 'Community school', '4', 'Local authority maintained schools'),
    'aided': ('02', 'Voluntary aided school', '4', 'Local authority maintained schools'),
    'controlled': ('03', 'Voluntary controlled school', '4', 'Local authority maintained schools'),
    'foundation': ('05', 'Foundation school', '4', 'Local authority maintained schools'),
    'community special': ('07', 'Community special school', '5', 'Special schools'),
    'independent special': ('10', 'Other independent special school', '5', 'Special schools'),
    'independent': ('11', 'Other independent school', '3', 'Independent schools'),
    'pru': ('14', 'Pupil referral unit', '4', 'Local authority maintained schools'),
    'nursery': ('15', 'Local authority nursery school', '4', 'Local authority maintained schools'),
    'college': ('18', 'Further education', '1', 'Colleges'),
    'sponsored': ('28', 'Academy sponsor led', '10', 'Academies'),
    'converter': ('34', 'Academy converter', '10', 'Academies'),
    'free': ('35', 'Free schools', '11', 'Free Schools'),
    'free special': ('36', 'Free schools special', '11', 'Free Schools'),
    'special converter': ('44', 'Academy special converter', '10', 'Academies'),
    'alternative': ('42', 'Academy alternative provision converter', '10', 'Academies'),
}
ACADEMIES = ('sponsored', 'converter', 'free', 'free special', 'special converter', 'alternative')

# Phase: code, name, ages, the first digit of the establishment number.
PHASES = {
    'none': ('0', 'Not applicable', 4, 19, 7),
    'nursery': ('1', 'Nursery', 2, 5, 1),
    'primary': ('2', 'Primary', 4, 11, 2),
    'infant': ('2', 'Primary', 4, 7, 2),
    'junior': ('2', 'Primary', 7, 11, 2),
    'middle primary': ('3', 'Middle deemed primary', 8, 12, 2),
    'secondary': ('4', 'Secondary', 11, 16, 4),
    'sixth': ('4', 'Secondary', 11, 18, 4),
    'middle secondary': ('5', 'Middle deemed secondary', 9, 13, 4),
    'sixteen plus': ('6', '16 plus', 16, 99, 8),
    'all-through': ('7', 'All-through', 3, 18, 4),
}
STATUSES = {
    'open': ('1', 'Open'),
    'closed': ('2', 'Closed'),
    'closing': ('3', 'Open, but proposed to close'),
    'proposed': ('4', 'Proposed to open'),
}
RELIGIONS = {
    '': ('00', 'Does not apply'),
    'none': ('06', 'None'),
    'ce': ('02', 'Church of England'),
    'rc': ('03', 'Roman Catholic'),
    'islam': ('42', 'Islam'),
    'methodist': ('04', 'Methodist'),
}
OPENED_REASONS = {
    '': ('00', 'Not applicable'),
    'merger': ('01', 'Result of Amalgamation'),
    'fresh': ('04', 'Fresh Start'),
    'new': ('06', 'New Provision'),
    'split': ('08', 'Split school'),
    'converter': ('10', 'Academy Converter'),
    'free': ('11', 'Academy Free School'),
}
CLOSED_REASONS = {
    '': ('00', 'Not applicable'),
    'merger': ('01', 'Result of Amalgamation/Merger'),
    'closure': ('02', 'Closure'),
    'academy': ('06', 'For Academy'),
    'converter': ('10', 'Academy Converter'),
}
RATINGS = ('Good', 'Good', 'Good', 'Good', 'Requires improvement', 'Outstanding', 'Good', 'Serious Weaknesses')

HEADER = '''URN|LA (code)|LA (name)|EstablishmentNumber|EstablishmentName|TypeOfEstablishment (code)|
TypeOfEstablishment (name)|EstablishmentTypeGroup (code)|EstablishmentTypeGroup (name)|EstablishmentStatus (code)|
EstablishmentStatus (name)|ReasonEstablishmentOpened (code)|ReasonEstablishmentOpened (name)|OpenDate|
ReasonEstablishmentClosed (code)|ReasonEstablishmentClosed (name)|CloseDate|PhaseOfEducation (code)|
PhaseOfEducation (name)|StatutoryLowAge|StatutoryHighAge|Boarders (code)|Boarders (name)|NurseryProvision (name)|
OfficialSixthForm (code)|OfficialSixthForm (name)|Gender (code)|Gender (name)|ReligiousCharacter (code)|
ReligiousCharacter (name)|ReligiousEthos (name)|Diocese (code)|Diocese (name)|AdmissionsPolicy (code)|
AdmissionsPolicy (name)|SchoolCapacity|SpecialClasses (code)|SpecialClasses (name)|CensusDate|NumberOfPupils|
NumberOfBoys|NumberOfGirls|PercentageFSM|TrustSchoolFlag (code)|TrustSchoolFlag (name)|Trusts (code)|Trusts (name)|
SchoolSponsorFlag (name)|SchoolSponsors (name)|FederationFlag (name)|Federations (code)|Federations (name)|UKPRN|
FEHEIdentifier|FurtherEducationType (name)|OfstedLastInsp|OfstedSpecialMeasures (code)|
OfstedSpecialMeasures (name)|LastChangedDate|Street|Locality|Address3|Town|County (name)|Postcode|SchoolWebsite|
TelephoneNum|HeadTitle (name)|HeadFirstName|HeadLastName|HeadPreferredJobTitle|BSOInspectorateName (name)|
InspectorateReport|DateOfLastInspectionVisit|NextInspectionVisit|TeenMoth (name)|TeenMothPlaces|CCF (name)|
SENPRU (name)|EBD (name)|PlacesPRU|FTProv (name)|EdByOther (name)|Section41Approved (name)|SEN1 (name)|SEN2 (name)|
SEN3 (name)|SEN4 (name)|SEN5 (name)|SEN6 (name)|SEN7 (name)|SEN8 (name)|SEN9 (name)|SEN10 (name)|SEN11 (name)|
SEN12 (name)|SEN13 (name)|TypeOfResourcedProvision (name)|ResourcedProvisionOnRoll|ResourcedProvisionCapacity|
SenUnitOnRoll|SenUnitCapacity|GOR (code)|GOR (name)|DistrictAdministrative (code)|DistrictAdministrative (name)|
AdministrativeWard (code)|AdministrativeWard (name)|ParliamentaryConstituency (code)|
ParliamentaryConstituency (name)|UrbanRural (code)|UrbanRural (name)|GSSLACode (name)|Easting|Northing|MSOA (name)|
LSOA (name)|InspectorateName (name)|SENStat|SENNoStat|BoardingEstablishment (name)|PropsName|PreviousLA (code)|
PreviousLA (name)|PreviousEstablishmentNumber|OfstedRating (name)|Country (name)|UPRN|SiteName|QABName (code)|
QABName (name)|EstablishmentAccredited (code)|EstablishmentAccredited (name)|QABReport|CHNumber|MSOA (code)|
LSOA (code)|FSM|AccreditationExpiryDate'''.replace('\n', '').split('|')
# The publisher dropped these at the end of 2024; the demonstration has both layouts.
OFSTED_COLUMNS = {'OfstedLastInsp', 'OfstedSpecialMeasures (code)', 'OfstedSpecialMeasures (name)',
                  'OfstedRating (name)'}
UNQUOTED = {'URN', 'StatutoryLowAge', 'StatutoryHighAge', 'SchoolCapacity', 'UKPRN', 'SENStat', 'SENNoStat',
            'ResourcedProvisionCapacity', 'ResourcedProvisionOnRoll', 'SenUnitOnRoll', 'SenUnitCapacity',
            'Easting', 'Northing'}
GROUP_TYPES = {'01': 'Federation', '02': 'Trust', '05': 'School sponsor', '06': 'Multi-academy trust',
               '10': 'Single-academy trust'}


def number(low, high, *key):
    """A whole number from low to high that depends on nothing but the key."""
    digest = hashlib.sha256('/'.join(str(part) for part in key).encode()).digest()
    return low + int.from_bytes(digest[:8], 'big') % (high - low + 1)


def pick(choices, *key):
    return choices[number(0, len(choices) - 1, *key)]


HEADS = {}


def head_of(urn, generation):
    """Title, first name and last name of an invented head; a new generation is a new head, and no two
    schools have heads of the same name unless they share one."""
    attempt = 0
    while (urn, generation) not in HEADS:
        person = (*pick(FIRST_NAMES, 'first', urn, generation, attempt), pick(LAST_NAMES, 'last', urn, generation, attempt))
        if person not in HEADS.values():
            HEADS[urn, generation] = person
        attempt += 1
    return HEADS[urn, generation]


def slug(name):
    plain = name.lower().translate(str.maketrans('ëéèôöâ', 'eeeooa'))
    words = ''.join(c if c.isalnum() else ' ' if c in ' -,' else '' for c in plain).split()
    return '-'.join(words[:3])


def place_of(school):
    """Town, street, postcode and National Grid reference, up to 1.5 km inland of the town's centre."""
    town = TOWNS[school['town']]
    urn = school.get('site', school['urn'])
    spread = town.get('spread', 1500)
    east = town['east'] + number(-spread, spread, 'east', urn) + town.get('inland', (0, 0))[0]
    north = town['north'] + number(-spread, spread, 'north', urn) + town.get('inland', (0, 0))[1]
    letters = 'ABDEFGHJLNPQRSTUWXYZ'
    postcode = '%s %d%s%s' % (town['district'], number(1, 9, 'pc', urn), pick(letters, 'p1', urn), pick(letters, 'p2', urn))
    return {'Street': pick(STREETS, 'street', urn), 'Town': school['town'], 'County (name)': 'Not recorded',
            'Postcode': postcode, 'Easting': east, 'Northing': north}


def pupils_of(school, release):
    """The figures of the January census before a release."""
    pupils, fsm = school.get('pupils'), school.get('fsm')
    if pupils is None:
        return {}
    if release == FIRST_RELEASE and 'census' not in school and 'pupils' not in (school.get('then') or {}):
        pupils += round(pupils * number(-35, 30, 'drift', school['urn']) / 1000)
    gender = school.get('gender', 'Mixed')
    boys = {'Boys': pupils, 'Girls': 0}.get(gender, round(pupils * number(470, 535, 'boys', school['urn']) / 1000))
    row = {'CensusDate': school.get('census', CENSUS[release]), 'NumberOfPupils': pupils, 'NumberOfBoys': boys,
           'NumberOfGirls': pupils - boys}
    if fsm is not None:
        eligible = round(pupils * fsm / 100)
        row['FSM'] = eligible
        row['PercentageFSM'] = '%.2f' % (100 * eligible / pupils) if pupils else '.00'
    return row


def governance_of(school):
    """Trust, sponsor and federation, as the register words them."""
    row = {'FederationFlag (name)': 'Not under a federation', 'SchoolSponsorFlag (name)': 'Not applicable',
           'TrustSchoolFlag (code)': '0', 'TrustSchoolFlag (name)': 'Not applicable'}
    if school['kind'] in ACADEMIES:
        row.update({'FederationFlag (name)': 'Not applicable', 'SchoolSponsorFlag (name)': '-',
                    'TrustSchoolFlag (code)': '2', 'TrustSchoolFlag (name)': 'Not supported by a trust'})
    trust = school.get('trust')
    if trust:
        group = GROUPS[trust]
        code, text = {'06': ('3', 'Supported by a multi-academy trust'), '10': ('5', 'Supported by a single-academy trust'),
                      '02': ('1', 'Supported by a trust')}[group['type']]
        row.update({'TrustSchoolFlag (code)': code, 'TrustSchoolFlag (name)': text, 'Trusts (code)': trust,
                    'Trusts (name)': group['name']})
        sponsor = group.get('sponsor')
        if sponsor:
            row.update({'SchoolSponsorFlag (name)': 'Linked to a sponsor', 'SchoolSponsors (name)': GROUPS[sponsor]['name']})
        row['CHNumber'] = group.get('company', '')
    if school.get('federation'):
        row.update({'FederationFlag (name)': 'Supported by a federation', 'Federations (code)': school['federation'],
                    'Federations (name)': GROUPS[school['federation']]['name']})
    return row


def inspection_of(school):
    """What the four columns held that went at the end of 2024."""
    row = {'OfstedSpecialMeasures (code)': '0', 'OfstedSpecialMeasures (name)': 'Not applicable'}
    opened = school.get('opened', '')
    if school['status'] in ('open', 'closing') and school['kind'] not in ('independent', 'college') and not opened[-4:] > '2021':
        urn = school['urn']
        row['OfstedLastInsp'] = '%02d-%02d-%d' % (number(1, 28, 'd', urn), number(1, 6, 'm', urn), number(2022, 2024, 'y', urn))
        row['OfstedRating (name)'] = school.get('rating', pick(RATINGS, 'rating', urn))
    return row


def area_of(school):
    la = TOWNS[school['town']]['la']
    authority = LOCAL_AUTHORITIES[la]
    town = school['town']
    index = list(TOWNS).index(town)
    zone = number(1, 14, 'msoa', school.get('site', school['urn']))
    letter = pick('ABCDE', 'lsoa', school.get('site', school['urn']))
    rural = TOWNS[town].get('rural')
    return {
        'LA (code)': authority['code'], 'LA (name)': la,
        'GOR (code)': authority['region'][0], 'GOR (name)': authority['region'][1],
        'GSSLACode (name)': authority['gss'], 'DistrictAdministrative (code)': authority['gss'],
        'DistrictAdministrative (name)': la,
        'AdministrativeWard (code)': 'E0599%04d' % index, 'AdministrativeWard (name)': town + ' and District',
        'ParliamentaryConstituency (code)': 'E1499%04d' % authority['seat'][0],
        'ParliamentaryConstituency (name)': authority['seat'][1],
        'UrbanRural (code)': 'D1' if rural else 'C1',
        'UrbanRural (name)': '(England/Wales) Rural town and fringe' if rural else '(England/Wales) Urban city and town',
        'MSOA (name)': '%s %03d' % (la, zone), 'LSOA (name)': '%s %03d%s' % (la, zone, letter),
        'MSOA (code)': 'E0299%04d' % (100 * int(authority['code'][-1]) + zone),
        'LSOA (code)': 'E0199%04d' % (100 * int(authority['code'][-1]) + 5 * zone + 'ABCDE'.index(letter)),
    }


def provision_of(school):
    low, high = school['ages']
    special = 'special' in school['kind']
    sixth = high == 18 and school['phase'] in ('sixth', 'all-through')
    primary = school['phase'] in ('primary', 'infant', 'nursery')
    academy = school['kind'] in ACADEMIES
    gender = school.get('gender', 'Mixed')
    row = {
        'StatutoryLowAge': low, 'StatutoryHighAge': high,
        'Boarders (code)': '1', 'Boarders (name)': 'No boarders',
        'NurseryProvision (name)': 'Has Nursery Classes' if low <= 3 else 'No Nursery Classes' if primary else 'Not applicable',
        'OfficialSixthForm (code)': '1' if sixth else '0' if low < 5 or special else '2',
        'OfficialSixthForm (name)': 'Has a sixth form' if sixth else 'Not applicable' if low < 5 or special else 'Does not have a sixth form',
        'Gender (code)': {'Mixed': '3', 'Boys': '1', 'Girls': '2'}[gender], 'Gender (name)': gender,
        'ReligiousEthos (name)': 'None' if academy else 'Does not apply',
        'Diocese (code)': '0000', 'Diocese (name)': 'Not applicable',
        'AdmissionsPolicy (code)': '4' if high >= 16 and low >= 9 else '0',
        'AdmissionsPolicy (name)': 'Non-selective' if high >= 16 and low >= 9 else 'Not applicable',
        'SpecialClasses (code)': '1' if special else '2',
        'SpecialClasses (name)': 'Has Special Classes' if special else 'No Special Classes',
        'Section41Approved (name)': 'Not approved' if school['kind'].startswith('independent') else 'Not applicable',
        'TypeOfResourcedProvision (name)': '' if academy else 'Not applicable',
        'TeenMoth (name)': 'Not applicable', 'CCF (name)': 'Not applicable', 'SENPRU (name)': 'Not applicable',
        'EBD (name)': 'Not applicable', 'EdByOther (name)': 'Not applicable',
        'FurtherEducationType (name)': 'General Further Education College' if school['kind'] == 'college' else 'Not applicable',
        'BSOInspectorateName (name)': 'Not applicable',
        'QABName (code)': '0', 'QABName (name)': 'Not applicable', 'EstablishmentAccredited (code)': '0',
        'EstablishmentAccredited (name)': 'Not applicable', 'PreviousLA (code)': '999',
    }
    row['ReligiousCharacter (code)'], row['ReligiousCharacter (name)'] = RELIGIONS[school.get('religion', '')]
    if special:
        row['SEN1 (name)'] = 'ASD - Autistic Spectrum Disorder'
        row['SEN2 (name)'] = 'SLCN - Speech, language and Communication'
    if school.get('resourced'):
        on_roll, places = school['resourced']
        row.update({'TypeOfResourcedProvision (name)': 'Resourced provision', 'ResourcedProvisionOnRoll': on_roll,
                    'ResourcedProvisionCapacity': places})
    if school['kind'].startswith('independent'):
        row.update({'InspectorateName (name)': 'ISI', 'PropsName': school['name'] + ' Ltd',
                    'BoardingEstablishment (name)': 'Does not have boarders',
                    'SENStat': number(0, 12, 'ehcp', school['urn']), 'SENNoStat': number(5, 40, 'sen', school['urn'])})
    return row


def row_of(school, release):
    """One school's row of the extract, as a dictionary by column."""
    urn = school['urn']
    type_code, type_name, group_code, group_name = KINDS[school['kind']]
    phase_code, phase_name, low, high, digit = PHASES[school['phase']]
    school = dict(school, ages=school.get('ages', (low, high)))
    title, first, last = head_of(urn if 'same_head' not in school else school['same_head'], school.get('head', 0))
    row = {
        'URN': urn, 'EstablishmentName': school['name'], 'EstablishmentNumber': school.get('number', digit * 1000 + urn % 1000),
        'TypeOfEstablishment (code)': type_code, 'TypeOfEstablishment (name)': type_name,
        'EstablishmentTypeGroup (code)': group_code, 'EstablishmentTypeGroup (name)': group_name,
        'PhaseOfEducation (code)': phase_code, 'PhaseOfEducation (name)': phase_name,
        'OpenDate': school.get('opened', ''), 'CloseDate': school.get('closed', ''),
        'SchoolCapacity': school.get('capacity', ''), 'UKPRN': 19900000 + urn % 100000,
        'LastChangedDate': school.get('touched', '%02d-%02d-%s' % (number(1, 28, 'ld', urn, release), number(2, 7, 'lm', urn, release), release[:4])),
        'TelephoneNum': '01632 960%03d' % (urn % 1000), 'SchoolWebsite': 'https://www.%s.example' % slug(school['name']),
        'UPRN': '9990%08d' % (urn % 1000000), 'Country (name)': '',
    }
    row['EstablishmentStatus (code)'], row['EstablishmentStatus (name)'] = STATUSES[school['status']]
    row['ReasonEstablishmentOpened (code)'], row['ReasonEstablishmentOpened (name)'] = OPENED_REASONS[school.get('why_opened', '')]
    row['ReasonEstablishmentClosed (code)'], row['ReasonEstablishmentClosed (name)'] = CLOSED_REASONS[school.get('why_closed', '')]
    if school['status'] not in ('closed', 'proposed'):
        row.update({'HeadTitle (name)': title, 'HeadFirstName': first, 'HeadLastName': last,
                    'HeadPreferredJobTitle': school.get('job', pick(('Headteacher', 'Headteacher', 'Headteacher', 'Principal', 'Head of School'), 'job', urn))})
    for part in (place_of(school), area_of(school), provision_of(school), pupils_of(school, release),
                 governance_of(school), inspection_of(school)):
        row.update(part)
    row.update(school.get('raw', {}))
    return row


def quoted(value):
    return '"%s"' % str(value).replace('"', '""')


def extract(release):
    """The whole extract of one release. A school says under 'then' what was so a year before."""
    header = [name for name in HEADER if release == FIRST_RELEASE or name not in OFSTED_COLUMNS]
    lines = [','.join(quoted(name) for name in header)]
    for school in sorted(SCHOOLS, key=lambda school: school['urn']):
        then = school.get('then', {})
        if release == FIRST_RELEASE and then is None:
            continue
        state = dict(school, **(then if release == FIRST_RELEASE else {}))
        row = row_of(state, release)
        lines.append(','.join(str(row[name]) if name in UNQUOTED and row.get(name, '') != '' else quoted(row.get(name, ''))
                              for name in header))
    return '\r\n'.join(lines) + '\r\n'


def links():
    lines = ['"URN","LinkURN","LinkName","LinkType","LinkEstablishedDate"']
    names = {school['urn']: school['name'] for school in SCHOOLS}
    rows = []
    for school in SCHOOLS:
        for other, kind, back, date in school.get('links', []):
            rows.append((school['urn'], other, names[other], kind, date))
            rows.append((other, school['urn'], names[school['urn']], back, date))
    for urn, other, name, kind, date in sorted(rows):
        lines.append('%d,%d,%s,%s,%s' % (urn, other, quoted(name), quoted(kind), quoted(date)))
    return '\r\n'.join(lines) + '\r\n'


def slashed(day):
    return day.replace('-', '/')


def groups():
    header = ['Group UID', 'Group ID', 'Group Name', 'Companies House Number', 'Group Type (code)', 'Group Type',
              'Closed Date', 'Open date', 'Incorporated on (open date)', 'Group Status (code)', 'Group Status',
              'Group Street', 'Group Locality', 'Group Address 3', 'Group Town', 'Group County', 'Group Postcode',
              'Head of Group Title', 'Head of Group First Name', 'Head of Group Last Name', 'UKPRN']
    lines = [','.join(quoted(name) for name in header)]
    for uid, group in sorted(GROUPS.items()):
        company = group['type'] in ('06', '10')
        closed = group.get('closed', '')
        town = group.get('town', '')
        title, first, last = TRUST_OF_HEADS.get(uid, ('Not recorded', '', ''))
        row = [uid, ('TR%05d' if company else 'SP%05d') % uid if group['type'] in ('05', '06', '10') else '',
               group['name'], group.get('company', ''), group['type'], GROUP_TYPES[group['type']], slashed(closed),
               '' if company else slashed(group['opened']), slashed(group['opened']) if company else '',
               'CLOSED' if closed else 'OPEN', 'Closed' if closed else 'Open', group.get('street', ''), '', '', town,
               'Not recorded', '%s 1AA' % TOWNS[town]['district'] if town else '', title, first, last,
               19800000 + uid % 100000 if company else '']
        lines.append(','.join(quoted(value) for value in row))
    return '\r\n'.join(lines) + '\r\n'


def group_links():
    """Every academy with its trust and its trust's sponsor. As published: a header of 17 names over
    rows of 16 fields, and lines that end in LF alone."""
    lines = ['"URN","Linked UID","Group Name","Companies House Number","Group Type","Closed Date","Group Status",'
             '"FederationType","Joined date","EstablishmentName","TypeOfEstablishment (code)",'
             '"TypeOfEstablishment (name)","PhaseOfEducation (code)","PhaseOfEducation (name)","LA (code)","LA (name)",'
             '"HasSharedHT"']
    for school in sorted(SCHOOLS, key=lambda school: school['urn']):
        trust = school.get('trust')
        if not trust or school['kind'] not in ACADEMIES or school['status'] == 'proposed':
            continue
        la = TOWNS[school['town']]['la']
        phase = PHASES[school['phase']]
        for uid in filter(None, (trust, GROUPS[trust].get('sponsor'))):
            group = GROUPS[uid]
            closed = group.get('closed', '')
            row = [group['name'], group.get('company', ''), GROUP_TYPES[group['type']], closed, 'Closed' if closed else 'Open', '',
                   school.get('joined', school.get('opened', '')), school['name'], KINDS[school['kind']][0],
                   KINDS[school['kind']][1], phase[0], 'All through' if phase[0] == '7' else phase[1],
                   LOCAL_AUTHORITIES[la]['code'], la]
            lines.append('%d,%d,%s' % (school['urn'], uid, ','.join(quoted(value) for value in row)))
    return '\n'.join(lines) + '\n'


def files():
    """Name and text of every file."""
    return {
        'edubasealldata%s.csv' % FIRST_RELEASE: extract(FIRST_RELEASE),
        'edubasealldata%s.csv' % SECOND_RELEASE: extract(SECOND_RELEASE),
        'links_edubasealldata%s.csv' % SECOND_RELEASE: links(),
        'allgroupsdata%s.csv' % SECOND_RELEASE: groups(),
        'grouplinks_edubaseallacademiesandfree%s.csv' % SECOND_RELEASE: group_links(),
    }


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    for name, text in files().items():
        with open(os.path.join(folder, name), 'wb') as out:
            out.write(text.encode('cp1252'))
        rows = sum(1 for _ in csv.reader(io.StringIO(text, newline='')))
        print('%s: %d rows' % (name, rows - 1))


if __name__ == '__main__':
    main()
