/** A questionnaire of a template, opened at its record; of the first that is there already. */
async function openQuestionnaire(page, path) {
  const id = await page.evaluate(async () => {
    const send = (address, body) => fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', 'x-xsrf-token': decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]) }, body: JSON.stringify(body) });
    const { rows } = await (await send('/api/lists/questionnaires/rows', { columns: ['title'], limit: 1 })).json();
    return rows[0]?.id ?? (await (await send('/api/questionnaires', { template: 'satisfaction', kind: 'satisfaction', anonymous: false, province: true })).json()).id;
  });
  await page.goto(new URL(`/questionnaires/${id}${path}`, page.url()).toString());
  await page.waitForTimeout(1_200);
}

/** What is pictured: an address, how long it settles, and what is done there first. */
export const pages = {
  'sign-in': { path: '/sign-in', signedOut: true },
  map: { path: '/ecif/map', settle: 3_500 },
  'map-demo': {
    path: '/ecif/map',
    settle: 1_500,
    act: async (page) => {
      await page.locator('.demo-bar .ant-btn-primary').first().click();
      await page.locator('.arrivals li[data-state=arrived]').first().waitFor({ timeout: 15_000 }).catch(() => undefined);
      await page.waitForTimeout(1_200);
    },
  },
  systems: { path: '/ecif/systems', settle: 5_000 },
  messages: { path: '/ecif/messages', settle: 800 },
  'message-panel': {
    path: '/ecif/messages?direction=out',
    settle: 800,
    act: async (page) => {
      await page.locator('.ant-table-row, .cards button').first().click();
      await page.waitForTimeout(800);
    },
  },
  'dead-letters': { path: '/ecif/messages?tab=dead', settle: 800 },
  'dead-letter-skip': {
    path: '/ecif/messages?tab=dead',
    settle: 800,
    act: async (page) => {
      const skip = page.locator('.row-actions .ant-btn-dangerous').first();
      if ((await skip.count()) > 0) await skip.click();
      await page.waitForTimeout(600);
    },
  },
  'command-box': {
    path: '/customers',
    settle: 800,
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.locator('.command input').fill('王');
      await page.waitForTimeout(900);
    },
  },
  keyboard: {
    path: '/customers',
    settle: 800,
    act: async (page) => {
      await page.keyboard.press('Shift+?');
      await page.waitForTimeout(500);
    },
  },
  notifications: {
    path: '/customers',
    settle: 800,
    act: async (page) => {
      await page.locator('.bell').click();
      await page.waitForTimeout(900);
    },
  },
  customers: { path: '/customers', settle: 800 },
  'customers-filter': {
    path: '/customers?f=and(kind.eq:person,or(unit.in:2305210101~2305210102,manager.empty))',
    settle: 800,
    act: async (page) => {
      await page.locator('.chip-text').first().click();
      await page.waitForTimeout(600);
    },
  },
  'customers-panel': {
    path: '/customers',
    settle: 800,
    act: async (page) => {
      await page.locator('.list-table tbody tr').nth(2).click();
      await page.waitForTimeout(500);
    },
  },
  'customers-bulk': {
    path: '/customers',
    settle: 800,
    act: async (page) => {
      for (const row of [1, 3, 4]) await page.locator('.list-table tbody tr').nth(row).locator('input').check();
      await page.locator('.bulk-bar .ant-btn-primary').first().click();
      await page.waitForTimeout(600);
    },
  },
  'customers-columns': {
    path: '/customers',
    settle: 800,
    act: async (page) => {
      await page.locator('.filter-bar .ant-btn').nth(1).click();
      await page.waitForTimeout(600);
    },
  },
  'customers-none': { path: '/customers?q=zzz', settle: 800 },
  customer: { path: 'customer', settle: 1_000 },
  'customer-record': { path: 'customer?tab=record', settle: 1_000 },
  'customer-reveal': {
    path: 'customer',
    settle: 1_000,
    act: async (page) => {
      await page.locator('.masked-eye').first().click();
      await page.waitForTimeout(500);
    },
  },
  'customer-why': {
    path: 'customer',
    settle: 1_000,
    act: async (page) => {
      await page.locator('.record-actions .link-button').first().click();
      await page.waitForTimeout(700);
    },
  },
  'customer-detailed': {
    path: 'customer?tab=record',
    settle: 1_000,
    act: async (page) => {
      await page.locator('.matrix-tools input[type=checkbox]').first().check();
      await page.locator('.losing summary').first().click().catch(() => undefined);
    },
  },
  'customer-history': { path: 'customer?tab=history', settle: 800 },
  'customer-deliveries': { path: 'customer?tab=deliveries', settle: 800 },
  'customer-suspects': { path: 'customer?tab=suspects', settle: 800 },
  'customer-holdings': { path: 'customer?tab=holdings', settle: 1_500 },
  'customer-circle': { path: 'customer?tab=circle', settle: 1_500 },
  'customer-consents': { path: 'customer?tab=consents', settle: 800 },
  segments: { path: '/segments?open=new-dynamic', settle: 900 },
  prospects: { path: '/prospects', settle: 800 },
  policies: { path: '/policies', settle: 900 },
  products: { path: '/products', settle: 800 },
  product: { path: '/products/DE-CD', settle: 900 },
  'product-rates': { path: '/products/DQ-CK?tab=rates', settle: 900 },
  'product-holders': { path: '/products/SJ-YH?tab=holders', settle: 1_200 },
  'product-new': { path: '/products/new', settle: 900 },
  'customer-products': { path: 'customer?tab=products', settle: 1_500 },
  knowledge: { path: '/knowledge', settle: 800 },
  'knowledge-find': { path: '/knowledge?find=%E4%B8%89%E5%86%9C%E8%B4%B7%20%E6%9D%90%E6%96%99', settle: 900 },
  article: { path: '/knowledge/1', settle: 900 },
  'article-new': { path: '/knowledge/new', settle: 900 },
  opportunities: { path: '/opportunities', settle: 1_200 },
  'opportunities-list': { path: '/opportunities/list', settle: 900 },
  'opportunities-forecast': { path: '/opportunities/forecast', settle: 900 },
  'opportunities-settings': { path: '/opportunities/settings', settle: 900 },
  campaigns: { path: '/campaigns', settle: 900 },
  campaign: { path: '/campaigns/1', settle: 900 },
  'campaign-audience': { path: '/campaigns/1?tab=audience', settle: 900 },
  'campaign-progress': { path: '/campaigns/1?tab=progress', settle: 900 },
  'campaign-results': { path: '/campaigns/1?tab=results', settle: 900 },
  'campaign-costs': { path: '/campaigns/1?tab=costs', settle: 900 },
  'campaigns-compare': { path: '/campaigns/compare?campaign=1', settle: 900 },
  'campaign-targets': {
    path: '/campaigns/targets?f=and(campaign.eq:1,response.notEmpty)',
    settle: 900,
    act: async (page) => {
      await page.locator('.list-table tbody tr, .cards button').first().click();
      await page.waitForTimeout(600);
    },
  },
  handovers: { path: '/handovers', settle: 800 },
  today: { path: '/today', settle: 900 },
  calendar: { path: '/calendar', settle: 1_500 },
  tasks: { path: '/tasks', settle: 800 },
  visits: { path: '/visits', settle: 800 },
  log: { path: '/log', settle: 900 },
  reports: { path: '/log/reports', settle: 900 },
  dashboards: { path: '/dashboards', settle: 2_000 },
  organisation: { path: '/admin/organisation?unit=230521', settle: 900 },
  'organisation-parameters': {
    path: '/admin/organisation?unit=230521',
    settle: 900,
    act: async (page) => {
      await page.locator('.unit-panel .tab').nth(2).click();
      await page.waitForTimeout(500);
    },
  },
  'organisation-change': {
    path: '/admin/organisation?unit=23052101',
    settle: 900,
    act: async (page) => {
      await page.locator('.unit-panel .ant-btn').first().click();
      await page.waitForTimeout(600);
    },
  },
  users: { path: '/admin/users', settle: 800 },
  'users-filter': { path: '/admin/users?f=and(role.eq:customer-manager,state.eq:active)&sort=lastSeenAt.asc', settle: 800 },
  'users-new': {
    path: '/admin/users',
    settle: 800,
    act: async (page) => {
      await page.locator('.page-head .ant-btn-primary').click();
      await page.waitForTimeout(700);
    },
  },
  user: { path: '/admin/users/marketing', settle: 800 },
  'user-rights': { path: '/admin/users/head?tab=rights', settle: 800 },
  roles: { path: '/admin/roles?role=outlet-head', settle: 800 },
  approvals: { path: '/admin/approvals', settle: 800 },
  'approvals-done': { path: '/admin/approvals?state=done', settle: 800 },
  audit: {
    path: '/admin/audit',
    settle: 800,
    act: async (page) => {
      await page.locator('.page-head .ant-btn').click();
      await page.waitForTimeout(600);
    },
  },
  'audit-panel': {
    path: '/admin/audit?f=act.eq:role.change',
    settle: 800,
    act: async (page) => {
      await page.locator('.list-table tbody tr, .cards button').first().click();
      await page.waitForTimeout(600);
    },
  },
  questionnaires: { path: '/questionnaires', settle: 800 },
  'questionnaires-new': {
    path: '/questionnaires',
    settle: 800,
    act: async (page) => {
      await page.locator('.page-head .ant-btn-primary').click();
      await page.waitForTimeout(600);
    },
  },
  'questionnaires-import': { path: '/questionnaires/import', settle: 800 },
  bank: { path: '/bank', settle: 800 },
  'bank-panel': {
    path: '/bank',
    settle: 800,
    act: async (page) => {
      await page.locator('.list-table tbody tr, .cards button').first().click();
      await page.waitForTimeout(600);
    },
  },
  keys: { path: '/admin/keys', settle: 800 },
  sending: { path: '/admin/sending', settle: 800 },
  profile: { path: '/profile', settle: 800 },
  'profile-security': {
    path: '/profile?tab=security',
    settle: 800,
    act: async (page) => {
      await page.locator('.profile-part').nth(1).locator('.ant-btn').first().click();
      await page.waitForTimeout(700);
    },
  },
  'profile-rights': { path: '/profile?tab=rights', settle: 800 },
  invitations: { path: '/invitations', settle: 800 },
  answers: { path: '/answers', settle: 900 },
  'answer-updates': { path: '/answer-updates', settle: 900 },
  analyses: { path: '/analyses', settle: 1_000 },
  analysis: {
    path: '/analyses',
    settle: 1_000,
    act: async (page) => {
      await page.locator('.analyses a').first().click();
      await page.waitForTimeout(2_500);
    },
  },
  components: { path: '/admin/components', settle: 900 },
  questionnaire: { path: '/questionnaires', settle: 800, act: (page) => openQuestionnaire(page, '') },
  'questionnaire-rules': { path: '/questionnaires', settle: 800, act: (page) => openQuestionnaire(page, '?tab=rules') },
  designer: {
    path: '/questionnaires',
    settle: 800,
    act: async (page) => {
      await openQuestionnaire(page, '/design');
      await page.locator('.row-face').nth(1).click();
      await page.waitForTimeout(600);
    },
  },
  'designer-bank': {
    path: '/questionnaires',
    settle: 800,
    act: async (page) => {
      await openQuestionnaire(page, '/design');
      const add = page.locator('.design-foot-add');
      if (await add.isVisible()) await add.click();
      await page.locator('.palette [role=tab]').nth(1).click();
      await page.waitForTimeout(900);
    },
  },
};
