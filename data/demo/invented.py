"""Everything that was made up for the demonstration: people, places, trusts and schools.

A school's dictionary holds what is true on 1 September 2026; 'then' holds what was different a year
before, and is None for a school that wasn't in the register yet.
"""

FIRST_NAMES = [
    ('Mrs', 'Amina'), ('Mr', 'Tobias'), ('Ms', 'Siân'), ('Mr', 'Kwabena'), ('Mrs', 'Philippa'), ('Dr', 'Ngozi'),
    ('Mr', 'Håkon'), ('Miss', 'Zoë'), ('Mrs', 'Renée'), ('Mr', 'Dafydd'), ('Ms', 'Parveen'), ('Mr', 'Ruairí'),
    ('Mrs', 'Agnieszka'), ('Mr', 'Jolyon'), ('Dr', 'Sunniva'), ('Mr', 'Olumide'), ('Ms', 'Marguerite'), ('Mr', 'Hamish'),
    ('Mrs', 'Lakshmi'), ('Miss', 'Cordelia'), ('Mr', 'Anselm'), ('Mrs', 'Yetunde'), ('Mr', 'Iolo'), ('Ms', 'Thandiwe'),
    ('Mrs', 'Bronagh'), ('Mr', 'Casimir'), ('Mrs', 'Ottoline'), ('Mr', 'Gethin'), ('Ms', 'Roshni'), ('Mr', 'Lachlan'),
]
LAST_NAMES = [
    'Adeyinka-Holt', 'Barraclaw', 'Cattermoss', 'Dunmallow', 'Eskdale-Pryce', 'Fenwicke', 'Garrowby', 'Hollinshade',
    'Ilverton', 'Jessamyn', 'Kowalczyk-Reeve', 'Larkinshaw', 'Merrowdown', 'Nettlefield', 'O\'Shaunessey', 'Pellowe-Jones',
    'Quennel', 'Rathmore', 'Sandalwood', 'Tregaskin', 'Umfreville', 'Vaisey-Clarke', 'Wetherspring', 'Yarnfield',
    'Achterberg', 'Banerjee-Lowe', 'Coldwater', 'Dràgan', 'Ekwueme-Hart', 'Farrowdale', 'Gillespeth', 'Haverstock',
    'Isherwode', 'Kilbrannan', 'Lindqvist-Rao', 'Mbeki-Stone', 'Northover-Das', 'Oyelade', 'Penhalligan', 'Rushmere',
    'Saltonstall', 'Thistlewaite', 'Uppingham', 'Varnavides', 'Winterslow', 'Yoxall-Khan', 'Zielinska',
]
# Leaders of trusts, where the groups file records one.
TRUST_OF_HEADS = {90001: ('Ms', 'Temperance', 'Okonjo-Vale'), 90002: ('Mr', 'Barnaby', 'Threlkeld-Singh')}

STREETS = ['Saltern Lane', 'Old Ropewalk', 'Windmill Rise', 'Netmakers Row', 'Marsh Road', 'Chapel Hill', 'Lower Staithe',
           'Sea Bank Road', 'Orchard Close', 'Coastguard Cottages', 'Station Approach', 'Church Lane', 'The Causeway',
           'Samphire Way', 'Drove Road', 'Kiln Lane', 'Pinfold Street', 'Ferry Road', 'Lime Kiln Walk', 'St Wulfran’s Gate']

LOCAL_AUTHORITIES = {
    'Saltmere': {'code': '990', 'gss': 'E06000990', 'region': ('E', 'East Midlands'), 'seat': (1, 'Saltmere Coast')},
    'Northstrand': {'code': '991', 'gss': 'E06000991', 'region': ('G', 'East of England'), 'seat': (2, 'Northstrand')},
    'Suthmere': {'code': '992', 'gss': 'E06000992', 'region': ('G', 'East of England'), 'seat': (3, 'Suthmere and the Sandlings')},
    'Holderfleet': {'code': '993', 'gss': 'E06000993', 'region': ('D', 'Yorkshire and the Humber'), 'seat': (4, 'Holderfleet East')},
    'Kingsreach': {'code': '994', 'gss': 'E06000994', 'region': ('J', 'South East'), 'seat': (5, 'Kingsreach and Dunefold')},
    'Tidewick': {'code': '995', 'gss': 'E06000995', 'region': ('A', 'North East'), 'seat': (6, 'Tidewick South')},
}
# Invented towns at real places of the National Grid, along the coast from the Tyne to Kent.
TOWNS = {
    'Gullhaven': {'la': 'Saltmere', 'east': 553300, 'north': 368000, 'district': 'QS1', 'spread': 1300},
    'Marram Bay': {'la': 'Saltmere', 'east': 548300, 'north': 383000, 'district': 'QS2', 'spread': 1200},
    'Thornmarsh': {'la': 'Saltmere', 'east': 541000, 'north': 372000, 'district': 'QS3', 'rural': True},
    'Wrackby': {'la': 'Saltmere', 'east': 533500, 'north': 352500, 'district': 'QS4'},
    'Staithe Regis': {'la': 'Northstrand', 'east': 564000, 'north': 322500, 'district': 'QN1', 'spread': 1400},
    'Seaholme Strand': {'la': 'Northstrand', 'east': 571500, 'north': 337500, 'district': 'QN2', 'spread': 1300},
    'Ternholme': {'la': 'Northstrand', 'east': 594000, 'north': 337500, 'district': 'QN3', 'rural': True},
    'Osmundham': {'la': 'Northstrand', 'east': 609000, 'north': 328500, 'district': 'QN4'},
    'Longness': {'la': 'Suthmere', 'east': 648500, 'north': 287500, 'district': 'QU1', 'spread': 1200},
    'Blythmouth': {'la': 'Suthmere', 'east': 644500, 'north': 273500, 'district': 'QU2', 'rural': True},
    'Orwick': {'la': 'Suthmere', 'east': 621000, 'north': 246500, 'district': 'QU3'},
    'Ravensby': {'la': 'Holderfleet', 'east': 523500, 'north': 433500, 'district': 'QH1'},
    'Sandholm': {'la': 'Holderfleet', 'east': 516000, 'north': 453500, 'district': 'QH2', 'spread': 1300},
    'Kelfleet': {'la': 'Holderfleet', 'east': 507500, 'north': 438000, 'district': 'QH3'},
    'Dunefold': {'la': 'Kingsreach', 'east': 629000, 'north': 159500, 'district': 'QK1'},
    'Hytherstone': {'la': 'Kingsreach', 'east': 616500, 'north': 140000, 'district': 'QK2', 'rural': True},
    'Oareminster': {'la': 'Kingsreach', 'east': 606500, 'north': 161000, 'district': 'QK3'},
    'Tidewick': {'la': 'Tidewick', 'east': 436500, 'north': 556500, 'district': 'QT1'},
    'Hawkshaven': {'la': 'Tidewick', 'east': 442000, 'north': 544500, 'district': 'QT2', 'spread': 1200},
    'Aldermouth': {'la': 'Tidewick', 'east': 423500, 'north': 605500, 'district': 'QT3', 'rural': True},
}

GROUPS = {
    90001: {'name': 'Longshore Learning Trust', 'type': '06', 'company': '99900001', 'opened': '01-07-2012', 'town': 'Gullhaven',
            'street': 'The Old Customs House', 'sponsor': 90021},
    90002: {'name': 'WOLD AND WATERSIDE EDUCATION TRUST', 'type': '06', 'company': '99900002', 'opened': '14-03-2013', 'town': 'Kelfleet', 'street': '4 Tannery Yard'},
    90003: {'name': 'THE WHEATEAR SCHOOLS PARTNERSHIP', 'type': '06', 'company': '99900003', 'opened': '22-09-2011', 'town': 'Osmundham', 'street': 'Corn Exchange Chambers'},
    90004: {'name': 'DUNEFOLD COMMUNITY ACADEMIES', 'type': '06', 'company': '99900004', 'opened': '05-11-2014', 'town': 'Dunefold', 'street': 'Cinque House'},
    90005: {'name': 'LODESTONE NORTH LEARNING TRUST', 'type': '06', 'company': '99900005', 'opened': '19-01-2015', 'town': 'Tidewick', 'street': 'Keelmen’s Hall'},
    90006: {'name': 'Kittiwake Multi Academy Trust', 'type': '06', 'company': '99900006', 'opened': '08-06-2017', 'town': 'Sandholm', 'street': 'Priory Walk'},
    90007: {'name': 'ST FELIX AND ST FURSEY CATHOLIC EDUCATION TRUST', 'type': '06', 'company': '99900007', 'opened': '30-04-2018', 'town': 'Orwick', 'street': 'Cathedral Close'},
    90008: {'name': 'STAITHE REGIS HIGH SCHOOL', 'type': '10', 'company': '99900008', 'opened': '11-02-2011', 'town': 'Staithe Regis', 'street': 'Kiln Lane'},
    90009: {'name': 'OARE BRIDGE FREE SCHOOL TRUST', 'type': '10', 'company': '99900009', 'opened': '02-05-2019', 'town': 'Oareminster', 'street': 'Bridge Street'},
    90010: {'name': 'TWO MEADOWS ACADEMY TRUST', 'type': '06', 'company': '99900010', 'opened': '17-10-2016', 'town': 'Wrackby', 'street': 'Drove Road'},
    90011: {'name': 'HAWKSHAVEN COLLEGE', 'type': '10', 'company': '99900011', 'opened': '21-12-2011', 'closed': '31-12-2025', 'town': 'Hawkshaven', 'street': 'Colliery Road'},
    90021: {'name': 'Longshore Learning Trust', 'type': '05', 'opened': '01-09-2012'},
    90031: {'name': 'The Sandlings Heath Federation', 'type': '01', 'opened': '01-09-2018'},
    90041: {'name': 'Kelfleet Learning Foundation', 'type': '02', 'opened': '01-04-2010'},
}

SCHOOLS = []


def school(urn, name, kind, phase, town, pupils, capacity, fsm, **more):
    more = dict(urn=urn, name=name, kind=kind, phase=phase, town=town, pupils=pupils, capacity=capacity, fsm=fsm,
                status=more.pop('status', 'open'), **more)
    if kind in ('converter', 'special converter', 'alternative'):
        more.setdefault('why_opened', 'converter')
    elif kind.startswith('free'):
        more.setdefault('why_opened', 'free')
    elif kind == 'sponsored':
        more.setdefault('why_opened', 'fresh')
    SCHOOLS.append(more)
    return more


def converted(academy, urn, closed, town, old_kind='community', **more):
    """The school that an academy was before: closed the day before it opened, and linked to it."""
    of = next(s for s in SCHOOLS if s['urn'] == academy)
    name = more.pop('name', of['name'].replace(' Academy', ' School').replace('School School', 'School'))
    old = school(urn, name, old_kind, of['phase'], town, more.pop('pupils', of['pupils']), of['capacity'], more.pop('fsm', of['fsm']),
                 status='closed', closed=closed, why_closed='academy' if of['kind'] == 'sponsored' else 'converter',
                 religion=of.get('religion', ''), site=of.get('site', academy), touched=closed, **more)
    old['links'] = [(academy, 'Successor', 'Predecessor', of['opened'])]
    return old


# The trust that the demonstration is about: twelve schools. -------------------------------------------------

T = 90001
school(900001, 'Castle Staithe Primary Academy', 'converter', 'primary', 'Gullhaven', 412, 420, 24.3, trust=T, opened='01-07-2012', ages=(3, 11), resourced=(8, 10))
school(900002, 'Marram Bay Community Primary School', 'sponsored', 'primary', 'Marram Bay', 287, 315, 47.4, trust=T, opened='01-09-2014', ages=(2, 11),
       rating='Good', then={'name': 'Marram Bay Primary School', 'pupils': 276})
school(900003, 'Lantern Quay Infant School', 'converter', 'infant', 'Gullhaven', 168, 180, 31.0, trust=T, opened='01-04-2013', same_head=900003, job='Executive Headteacher', ages=(3, 7))
school(900004, 'Lantern Quay Junior School', 'converter', 'junior', 'Gullhaven', 231, 240, 29.4, trust=T, opened='01-04-2013', same_head=900003, job='Executive Headteacher', site=900003)
school(900005, 'Saint-Zoë Church of England Primary Academy', 'converter', 'primary', 'Thornmarsh', 96, 105, 14.6, trust=T, opened='01-11-2016', religion='ce')
school(900006, 'Samphire Fields Primary School', 'converter', 'primary', 'Seaholme Strand', None, 210, None, trust=T, opened='01-03-2026', joined='01-03-2026', then=None, touched='09-03-2026')
school(900007, 'The Coastguards\' Free School', 'free', 'primary', 'Wrackby', 204, 210, 18.6, trust=T, opened='01-09-2018', then={'pupils': 181, 'capacity': 180})
school(900008, 'Longshore Reach Academy', 'sponsored', 'secondary', 'Marram Bay', 741, 1150, 45.2, trust=T, opened='01-01-2016', rating='Requires improvement',
       head=3, then={'head': 0, 'pupils': 812}, resourced=(11, 20))
school(900009, 'The Groynes School', 'converter', 'sixth', 'Gullhaven', 1284, 1300, 21.7, trust=T, opened='01-07-2012', then={'capacity': 1240, 'pupils': 1241})
school(900010, 'Seaholme Strand High School', 'converter', 'sixth', 'Seaholme Strand', 963, 1050, 26.5, trust=T, opened='01-09-2015', joined='01-02-2019')
school(900011, 'Tern Island All-through Academy', 'free', 'all-through', 'Staithe Regis', 1106, 1180, 33.8, trust=T, opened='01-09-2017')
school(900012, 'Curlew Sands School', 'special converter', 'none', 'Wrackby', 118, 112, 51.7, trust=T, opened='01-10-2018', ages=(4, 19), resourced=None)

converted(900001, 900101, '30-06-2012', 'Gullhaven', census='19-01-2012', pupils=389, fsm=19.8, name='Castle Staithe Community Primary School')
converted(900008, 900108, '31-12-2015', 'Marram Bay', 'foundation', census='15-01-2015', pupils=902, fsm=38.1, name='Marram Bay High School')
converted(900006, 900106, '28-02-2026', 'Seaholme Strand', pupils=193, fsm=28.5, name='Samphire Fields Community Primary School',
          then={'status': 'open', 'closed': '', 'why_closed': '', 'touched': '11-04-2025', 'pupils': 198})
converted(900009, 900109, '30-06-2012', 'Gullhaven', census='19-01-2012', pupils=1190, fsm=15.2, name='Gullhaven Grammar and Technical School')

# Other trusts. ------------------------------------------------------------------------------------------------

T = 90002
school(900201, 'Kelfleet Park Academy', 'converter', 'sixth', 'Kelfleet', 1390, 1450, 17.9, trust=T, opened='01-08-2013')
school(900202, 'Ravensby Academy', 'sponsored', 'secondary', 'Ravensby', 878, 950, 38.4, trust=T, opened='01-09-2015')
school(900203, 'Humber Garth Primary School', 'converter', 'primary', 'Kelfleet', 398, 420, 22.6, trust=T, opened='01-08-2013')
school(900204, 'St Botolph\'s Gate Church of England Academy', 'converter', 'primary', 'Ravensby', 201, 210, 26.4, trust=T, opened='01-02-2014', religion='ce')
school(900205, 'Spurn View Infant Academy', 'converter', 'infant', 'Ravensby', 132, 150, 35.6, trust=T, opened='01-02-2017')
school(900206, 'Wold Edge Academy', 'sponsored', 'primary', 'Kelfleet', 298, 315, 41.9, trust=T, opened='01-01-2019', then={'head': 2})
school(900207, 'Fleetside Special Academy', 'special converter', 'none', 'Kelfleet', 94, 96, 46.8, trust=T, opened='01-04-2019', ages=(11, 19))
school(900208, 'Causeway Fen Primary Academy', 'converter', 'primary', 'Wrackby', 188, 210, 34.0, trust=T, opened='01-06-2017', joined='01-01-2026',
       then={'trust': 90001})
school(900209, 'Kelfleet North Academy', 'converter', 'primary', 'Kelfleet', None, 420, None, trust=T, opened='01-06-2026', then=None, touched='12-06-2026')
converted(900209, 900219, '31-05-2026', 'Kelfleet', pupils=377, fsm=30.2, name='Kelfleet North Primary School',
          then={'status': 'open', 'closed': '', 'why_closed': '', 'touched': '03-03-2025', 'pupils': 384})

T = 90003
school(900301, 'Osmundham Abbey School', 'converter', 'sixth', 'Osmundham', 1502, 1530, 14.1, trust=T, opened='01-09-2011')
school(900302, 'Ternholme Primary Academy', 'converter', 'primary', 'Ternholme', 141, 150, 15.6, trust=T, opened='01-12-2012')
school(900303, 'Wick Staithe Voluntary Aided Academy', 'converter', 'primary', 'Ternholme', 88, 105, 12.5, trust=T, opened='01-05-2016', religion='ce',
       rating='Outstanding')
school(900304, 'Abbey Meadow Primary School', 'converter', 'primary', 'Osmundham', 416, 420, 16.8, trust=T, opened='01-09-2011')
school(900305, 'Longness Academy', 'sponsored', 'sixth', 'Longness', 1024, 1200, 36.2, trust=T, opened='01-09-2013', then={'name': 'Longness High Academy', 'pupils': 1049})
school(900306, 'Kirkham Ness Primary Academy', 'sponsored', 'primary', 'Longness', 344, 420, 43.6, trust=T, opened='01-11-2014')
school(900307, 'Blythmouth Middle School', 'converter', 'secondary', 'Blythmouth', 402, 600, 20.4, trust=T, opened='01-09-2012', ages=(11, 16),
       then={'phase': 'middle secondary', 'ages': (9, 13), 'capacity': 480})
school(900308, 'Pilots\' Row Primary Academy', 'converter', 'primary', 'Longness', 212, 210, 27.8, trust=T, opened='01-03-2018', joined='01-01-2026', then={'trust': 90010})

T = 90004
school(900401, 'Dunefold Academy', 'sponsored', 'sixth', 'Dunefold', 1310, 1400, 29.3, trust=T, opened='01-09-2010', joined='05-11-2014')
school(900402, 'The Hytherstone School for Girls', 'converter', 'sixth', 'Hytherstone', 842, 850, 9.6, trust=T, opened='01-04-2015', gender='Girls')
school(900403, 'Sandhills Academy', 'converter', 'primary', 'Dunefold', 405, 420, 28.1, trust=T, opened='01-04-2015')
school(900404, 'Cinque Gate Primary Academy', 'sponsored', 'primary', 'Dunefold', 389, 420, 39.8, trust=T, opened='01-09-2016', then={'head': 3})
school(900405, 'Hytherstone Church of England Primary Academy', 'converter', 'primary', 'Hytherstone', 174, 210, 11.5, trust=T, opened='01-07-2017', religion='ce')
school(900406, 'Hopfield Junior Academy', 'converter', 'junior', 'Oareminster', 243, 256, 23.9, trust=T, opened='01-02-2018')
school(900407, 'Reachside School', 'free special', 'none', 'Oareminster', 76, 100, 43.4, trust=T, opened='01-09-2022', ages=(5, 16))

T = 90005
school(900501, 'Tidewick Academy', 'sponsored', 'secondary', 'Tidewick', 1122, 1250, 41.3, trust=T, opened='01-09-2015')
school(900502, 'Keelmen\'s Wharf Primary Academy', 'sponsored', 'primary', 'Tidewick', 322, 420, 52.8, trust=T, opened='01-09-2015')
school(900503, 'Aldermouth Castle School', 'converter', 'sixth', 'Aldermouth', 918, 1000, 15.9, trust=T, opened='01-01-2018')
school(900504, 'Lodestone Primary Academy', 'converter', 'primary', 'Tidewick', 408, 420, 33.3, trust=T, opened='01-06-2016')
school(900505, 'Staple Isle First Academy', 'converter', 'primary', 'Aldermouth', 117, 150, 17.1, trust=T, opened='01-01-2018', ages=(3, 9))
school(900506, 'Hawkshaven College', 'converter', 'sixth', 'Hawkshaven', 1036, 1150, 37.5, trust=T, opened='01-01-2012', joined='01-01-2026',
       then={'trust': 90011})

T = 90006
school(900601, 'Sandholm School', 'converter', 'secondary', 'Sandholm', 806, 900, 23.1, trust=T, opened='01-07-2017')
school(900602, 'Sandholm Priory Infant School', 'converter', 'infant', 'Sandholm', 149, 180, 21.5, trust=T, opened='01-07-2017')
school(900603, 'Sandholm Priory Junior School', 'converter', 'junior', 'Sandholm', 208, 240, 22.6, trust=T, opened='01-07-2017')
school(900604, 'Mere Bank Primary School', 'converter', 'primary', 'Sandholm', 189, 210, 18.0, trust=T, opened='01-10-2020', then={'head': 1})

T = 90007
school(900701, 'St Fursey Catholic High School', 'converter', 'sixth', 'Orwick', 1186, 1200, 18.8, trust=T, opened='01-05-2018', religion='rc')
school(900702, 'St Felix Catholic Primary School, Longness', 'converter', 'primary', 'Longness', 198, 210, 25.3, trust=T, opened='01-05-2018', religion='rc')
school(900703, 'Our Lady of the Saltings Catholic Primary School', 'converter', 'primary', 'Staithe Regis', 206, 210, 20.9, trust=T, opened='01-09-2019', religion='rc')
school(900704, 'St Walstan and St Withburga Catholic Primary School, a Voluntary Academy of the Diocese', 'converter', 'primary', 'Osmundham', 187, 210, 16.0, trust=T, opened='01-12-2021', religion='rc')
school(900705, 'Blessed Æthelthryth Catholic Primary Academy', 'converter', 'primary', 'Orwick', 402, 420, 19.9, trust=T, opened='01-09-2025', joined='01-09-2025', then={'pupils': None, 'fsm': None})
converted(900705, 900715, '31-08-2025', 'Orwick', 'aided', census='16-01-2025', pupils=397, fsm=19.4, name='Blessed Æthelthryth Catholic Primary School')

school(900801, 'Staithe Regis High School', 'converter', 'sixth', 'Staithe Regis', 1421, 1450, 13.4, trust=90008, opened='01-03-2011')
school(900901, 'Oare Bridge Free School', 'free', 'secondary', 'Oareminster', 588, 600, 24.8, trust=90009, opened='01-09-2020')
school(901001, 'Two Meadows Academy', 'converter', 'primary', 'Wrackby', 276, 315, 31.2, trust=90010, opened='01-11-2016')
school(901002, 'Fen Drove Academy', 'converter', 'primary', 'Thornmarsh', 74, 120, 28.4, trust=90010, opened='01-11-2016', status='closing')
school(901003, 'Meadow Lode Academy', 'sponsored', 'primary', 'Wrackby', 61, 140, 48.0, trust=None, opened='01-02-2018', then={'trust': 90010, 'pupils': 83})
school(901004, 'Wrackby Gate Academy', 'sponsored', 'secondary', 'Wrackby', 655, 900, 35.4, trust=90010, opened='01-09-2017')
school(901005, 'Halyard Free School', 'free', 'sixth', 'Dunefold', None, 900, None, trust=90009, opened='01-09-2026',
       then={'status': 'proposed', 'opened': '', 'trust': None})
school(901006, 'Spindrift Academy', 'alternative', 'none', 'Longness', 48, 60, 64.6, trust=90003, opened='01-09-2021', ages=(11, 16))

# Schools that local authorities maintain. ------------------------------------------------------------------------

MAINTAINED = [
    # name, kind, phase, town, pupils, capacity, FSM, religion
    ('Gullhaven Wharf Primary School', 'community', 'primary', 'Gullhaven', 351, 420, 36.5, ''),
    ('St Guthlac\'s Church of England Primary School, Gullhaven', 'controlled', 'primary', 'Gullhaven', 204, 210, 19.6, 'ce'),
    ('Marram Bay Church of England Infant School', 'aided', 'infant', 'Marram Bay', 118, 135, 33.9, 'ce'),
    ('Dunes Edge Community Primary School', 'community', 'primary', 'Marram Bay', 262, 315, 49.6, ''),
    ('Thornmarsh and Withern Fen Church of England Primary School', 'controlled', 'primary', 'Thornmarsh', 69, 84, 15.9, 'ce'),
    ('Wrackby Community Primary School', 'community', 'primary', 'Wrackby', 402, 420, 30.1, ''),
    ('Wrackby St Hybald Catholic Primary School', 'aided', 'primary', 'Wrackby', 199, 210, 17.1, 'rc'),
    ('Thornmarsh High School', 'foundation', 'secondary', 'Thornmarsh', 487, 620, 24.6, ''),
    ('Staithe Regis Junior School', 'community', 'junior', 'Staithe Regis', 268, 280, 27.2, ''),
    ('Millfleet Ings Primary School', 'community', 'primary', 'Staithe Regis', 388, 420, 32.5, ''),
    ('St Withburga\'s Church of England Primary School', 'aided', 'primary', 'Staithe Regis', 209, 210, 13.9, 'ce'),
    ('Seaholme Strand Primary School', 'community', 'primary', 'Seaholme Strand', 296, 315, 26.7, ''),
    ('Ternholme Flint Church of England School', 'controlled', 'primary', 'Ternholme', 54, 70, 11.1, 'ce'),
    ('Osmundham Infant and Nursery School', 'community', 'infant', 'Osmundham', 216, 240, 17.6, ''),
    ('Osmundham Junior School', 'community', 'junior', 'Osmundham', 284, 320, 16.9, ''),
    ('Glandford Heath Primary School', 'community', 'primary', 'Osmundham', 131, 140, 14.5, ''),
    ('Longness Community Primary School', 'community', 'primary', 'Longness', 371, 420, 41.2, ''),
    ('Ness Point View Infant School', 'community', 'infant', 'Longness', 141, 180, 44.0, ''),
    ('Blythmouth Primary School', 'community', 'primary', 'Blythmouth', 152, 210, 15.8, ''),
    ('Sandlings Heath Church of England Primary School', 'controlled', 'primary', 'Blythmouth', 61, 70, 9.8, 'ce'),
    ('Iken Reach Primary School', 'community', 'primary', 'Blythmouth', 48, 56, 10.4, ''),
    ('Orwick Hill Primary School', 'community', 'primary', 'Orwick', 407, 420, 25.6, ''),
    ('Cliffside Way Primary School', 'community', 'primary', 'Orwick', 618, 630, 38.7, ''),
    ('Orwick Quays Junior School', 'foundation', 'junior', 'Orwick', 344, 360, 29.1, ''),
    ('Ravensby Holme Primary School', 'community', 'primary', 'Ravensby', 266, 315, 34.2, ''),
    ('Kelfleet St Paulinus Catholic Primary School', 'aided', 'primary', 'Kelfleet', 203, 210, 18.2, 'rc'),
    ('Skipsea Carr Church of England School', 'controlled', 'primary', 'Sandholm', 58, 75, 12.1, 'ce'),
    ('Kelfleet Wolds School', 'foundation', 'secondary', 'Kelfleet', 1064, 1100, 16.3, ''),
    ('Dunefold Community Infant School', 'community', 'infant', 'Dunefold', 172, 180, 27.3, ''),
    ('Oast Meadow Primary School', 'community', 'primary', 'Oareminster', 414, 420, 21.3, ''),
    ('St Ymar\'s Church of England Primary School', 'aided', 'primary', 'Oareminster', 208, 210, 12.5, 'ce'),
    ('Hytherstone Down Primary School', 'foundation', 'primary', 'Hytherstone', 198, 210, 13.1, ''),
    ('Swale Reach Primary School', 'community', 'primary', 'Oareminster', 356, 420, 37.6, ''),
    ('Oareminster Grammar School for Boys', 'foundation', 'sixth', 'Oareminster', 946, 950, 4.8, ''),
    ('Tidewick Riverside Primary School', 'community', 'primary', 'Tidewick', 289, 420, 51.9, ''),
    ('Tidewick St Hild\'s Catholic Primary School', 'aided', 'primary', 'Tidewick', 194, 210, 30.4, 'rc'),
    ('Sunniside Staiths Primary School', 'community', 'primary', 'Tidewick', 231, 315, 46.8, ''),
    ('Hawkshaven Seaside Primary School', 'community', 'primary', 'Hawkshaven', 337, 420, 48.7, ''),
    ('Pen-y-Môr Dual Language Primary School', 'community', 'primary', 'Hawkshaven', 102, 150, 22.5, ''),
    ('Aldermouth Methodist Primary School', 'aided', 'primary', 'Aldermouth', 126, 140, 13.5, 'methodist'),
    ('Coquetside Middle School', 'community', 'middle secondary', 'Aldermouth', 312, 400, 15.1, ''),
    ('Aldermouth First School', 'community', 'primary', 'Aldermouth', 109, 150, 16.5, ''),
    ('Orwick Northfields High School', 'foundation', 'secondary', 'Orwick', 874, 900, 22.7, ''),
]
for index, (name, kind, phase, town, pupils, capacity, fsm, religion) in enumerate(MAINTAINED):
    more = {'religion': religion}
    if name.startswith('Oareminster Grammar'):
        more['gender'] = 'Boys'
    if 'Sandlings Heath' in name or 'Iken Reach' in name:
        more.update(federation=90031, same_head=901120)
    if 'First School' in name:
        more['ages'] = (3, 9)
    if name.startswith('Kelfleet Wolds'):
        more['trust'] = 90041
    if index % 9 == 4:
        more['then'] = {'head': 4}
    if index % 13 == 6 and capacity > 200:
        more['then'] = {'capacity': capacity - 30}
    if index % 3 == 0 and phase in ('primary', 'infant'):
        more.setdefault('ages', (3, 11) if phase == 'primary' else (3, 7))
    school(901101 + index, name, kind, phase, town, pupils, capacity, fsm, **more)

# Special schools, nurseries, units and colleges, independents. ------------------------------------------------------

school(901301, 'Saltings House School', 'community special', 'none', 'Gullhaven', 132, 130, 42.4, ages=(3, 19))
school(901302, 'The Flint Barn School', 'community special', 'none', 'Osmundham', 148, 150, 36.5, ages=(4, 16))
school(901303, 'Orwell Lights School', 'community special', 'none', 'Orwick', 161, 160, 40.4, ages=(4, 19))
school(901304, 'Holderness Lea School', 'community special', 'none', 'Ravensby', 102, 100, 47.1, ages=(11, 16))
school(901305, 'Staple Sands School', 'community special', 'none', 'Tidewick', 119, 124, 55.5, ages=(3, 19))
school(901311, 'Tidewick Short Stay School', 'pru', 'none', 'Tidewick', 31, 50, 67.7, ages=(11, 16))
school(901312, 'Kingsreach Alternative Curriculum Centre', 'pru', 'none', 'Dunefold', 27, 40, 59.3, ages=(5, 16))
school(901321, 'Gullhaven Nursery School', 'nursery', 'nursery', 'Gullhaven', 84, None, 22.6)
school(901322, 'Little Staithes Nursery School', 'nursery', 'nursery', 'Staithe Regis', 71, None, 19.7)
school(901331, 'Saltmere College', 'college', 'sixteen plus', 'Wrackby', None, None, None)
school(901341, 'Osmundham Hall', 'independent', 'none', 'Osmundham', 412, 450, None, ages=(3, 18), religion='none', opened='01-01-1921')
school(901342, 'Ledgate Priory School', 'independent', 'none', 'Dunefold', 286, 320, None, ages=(2, 18), religion='ce', opened='01-01-1948')
school(901343, 'Jamia Al-Bahr School', 'independent', 'none', 'Tidewick', 143, 180, None, ages=(11, 16), religion='islam', gender='Girls', opened='04-09-2009')
school(901344, 'The Flotsam Forest School', 'independent', 'none', 'Blythmouth', 37, 60, None, ages=(4, 11), religion='none', opened='06-09-2021')
school(901345, 'Wolds Lodge Preparatory School', 'independent', 'none', 'Kelfleet', 164, 200, None, ages=(3, 13), religion='none', opened='01-01-1957',
       status='closed', closed='10-07-2026', why_closed='closure', touched='20-07-2026',
       then={'status': 'open', 'closed': '', 'why_closed': '', 'touched': '02-05-2025', 'pupils': 178})
school(901346, 'Anchorhold House', 'independent special', 'none', 'Hytherstone', 42, 50, None, ages=(7, 19), religion='none', opened='03-01-2017')
school(901347, 'Tall Ships School', 'independent special', 'none', 'Sandholm', 19, 25, None, ages=(11, 18), religion='none', opened='14-04-2026', then=None)

# An infant and a junior school that became one, an all-age school that became two, and one that closed. --------------

WAS_OPEN = {'status': 'open', 'closed': '', 'why_closed': '', 'touched': '14-03-2025'}
school(901401, 'Harbottle Row Infant School', 'community', 'infant', 'Hawkshaven', 112, 180, 39.3, status='closed', closed='31-08-2026', why_closed='merger',
       touched='31-08-2026', then=dict(WAS_OPEN, pupils=124))
school(901402, 'Harbottle Row Junior School', 'community', 'junior', 'Hawkshaven', 158, 240, 38.0, status='closed', closed='31-08-2026', why_closed='merger',
       touched='31-08-2026', then=dict(WAS_OPEN, pupils=163), site=901401)
school(901403, 'Harbottle Row Primary School', 'community', 'primary', 'Hawkshaven', None, 420, None, opened='01-09-2026', why_opened='merger', ages=(3, 11), then=None,
       site=901401, touched='01-09-2026',
       links=[(901401, 'Predecessor - merged', 'Successor - merged', '01-09-2026'), (901402, 'Predecessor - merged', 'Successor - merged', '01-09-2026')])
school(901411, 'Oareminster Community School', 'foundation', 'all-through', 'Oareminster', 1018, 1200, 31.9, status='closed', closed='31-08-2024', why_closed='closure',
       touched='31-08-2024', census='18-01-2024')
school(901412, 'Oareminster Lower School', 'foundation', 'primary', 'Oareminster', 391, 420, 30.7, opened='01-09-2024', why_opened='split',
       links=[(901411, 'Predecessor - Split School', 'Successor - Split School', '01-09-2024')])
school(901413, 'Oareminster Upper School', 'foundation', 'secondary', 'Oareminster', 612, 780, 32.8, opened='01-09-2024', why_opened='split',
       links=[(901411, 'Predecessor - Split School', 'Successor - Split School', '01-09-2024')])
school(901421, 'Withern Sluice Church of England School', 'controlled', 'primary', 'Thornmarsh', 22, 56, 13.6, religion='ce', status='closed', closed='31-08-2026',
       why_closed='closure', touched='31-08-2026', then=dict(WAS_OPEN, pupils=29, status='closing'))
school(901431, 'Dunefold Marshes Primary School', 'community', 'primary', 'Dunefold', None, 420, None, status='proposed', then=None)

for academy, urn, closed, town, kind, old_name, pupils in [
        (900201, 901501, '31-07-2013', 'Kelfleet', 'foundation', 'Kelfleet Park School', 1308),
        (900301, 901502, '31-08-2011', 'Osmundham', 'community', 'Osmundham Abbey High School', 1466),
        (900305, 901503, '31-08-2013', 'Longness', 'community', 'The Longness School', 1188),
        (900401, 901504, '31-08-2010', 'Dunefold', 'foundation', 'Dunefold Technology College', 1105),
        (900501, 901505, '31-08-2015', 'Tidewick', 'community', 'Tidewick Comprehensive School', 1040),
        (900601, 901506, '30-06-2017', 'Sandholm', 'community', 'Sandholm School and Sixth Form', 871),
        (900701, 901507, '30-04-2018', 'Orwick', 'aided', 'St Fursey Roman Catholic High School', 1120),
        (900801, 901508, '28-02-2011', 'Staithe Regis', 'foundation', 'Staithe Regis Grammar School', 1298)]:
    converted(academy, urn, closed, town, kind, name=old_name, pupils=pupils, census='20-01-%d' % (int(closed[-4:]) - (closed[3:5] == '01')))
