// What survey-core makes of questionnaires and answers: a JSON line in, a JSON line out, until the input ends.
//   {survey, answers, language, now}  ->  {pages, panels, questions, calculated, score, right, result, completedHtml, lastPage}
//   {initial: survey}                 ->  {data}
//   {expression, values, now}         ->  {parsed, value}
'use strict';
process.env.TZ = 'Asia/Shanghai'; // as banks in China have it

const RealDate = Date;
let now = 0;
globalThis.Date = class extends RealDate {
  constructor(...given) { given.length === 0 ? super(now) : super(...given); }
  static now() { return now; }
};
console.log = console.warn = console.error = () => {};

const { ExpressionRunner, Model, Question, ElementFactory, Serializer } = require('survey-core');
require('survey-core/survey.i18n');

// The types of our own, and the number that a choice counts, as survey-core's documentation has one add them.
for (const type of ['place', 'photo']) {
  const Own = class extends Question { getType() { return type; } };
  Serializer.addClass(type, [], () => new Own(''), 'question');
  ElementFactory.Instance.registerElement(type, name => new Own(name));
}
Serializer.addProperty('itemvalue', 'score:number');
Serializer.addProperty('question', 'scored:boolean');

const plain = value => value instanceof RealDate ? { date: new RealDate(value.getTime() + 8 * 3600000).toISOString().slice(0, 19) }
  : typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value === undefined ? null : value;

const isShown = element => {
  for (let one = element; one; one = one.parent) if (!one.isVisible) return false;
  return true;
};

// Questions with those inside them, each by its path (family[0].age, limits.least, rates[1].subject) and whether one sees it.
function* questionsOf(questions, prefix = '', seen = true) {
  for (const question of questions) {
    const path = prefix + question.name;
    const shown = seen && isShown(question);
    yield [path, question, shown];
    const type = question.getType();
    if (type === 'paneldynamic') {
      for (const [index, panel] of question.panels.entries()) yield* questionsOf(panel.questions, `${path}[${index}].`, shown);
    } else if (type === 'matrixdynamic') {
      for (const [index, row] of question.visibleRows.entries()) {
        for (const cell of row.cells) yield* questionsOf([cell.question], `${path}[${index}].`, shown);
      }
    } else if (type === 'multipletext') {
      yield* questionsOf(question.items.map(item => item.editor), `${path}.`, shown);
    }
  }
}

const scoreOf = question => {
  if (question.isEmpty()) return 0;
  const of = (items, value) => items.find(item => item.value === value)?.score ?? 0;
  switch (question.getType()) {
    case 'radiogroup': case 'dropdown': return of(question.choices, question.value);
    case 'checkbox': case 'tagbox': return question.value.reduce((sum, value) => sum + of(question.choices, value), 0);
    case 'matrix': return Object.values(question.value).reduce((sum, value) => sum + of(question.columns, value), 0);
    case 'rating': return question.rateValues.length > 0 ? of(question.rateValues, question.value) : question.scored ? question.value : 0;
    default: return 0;
  }
};

// Making a model of a document takes most of the time, so the last ones are kept and cleared; but clearing leaves repeated ones without
// the groups that they begin with.
const models = new Map();
const modelOf = (survey, checks) => {
  const key = JSON.stringify([survey, checks]);
  if (/"(panel|matrix)dynamic"/.test(key)) return new Model({ ...survey, ...checks });
  if (!models.has(key)) {
    if (models.size === 8) models.delete(models.keys().next().value);
    models.set(key, new Model({ ...survey, ...checks }));
  }
  const model = models.get(key);
  model.clear(true, true);
  for (const one of [...model.pages, ...model.getAllPanels(), ...model.getAllQuestions()]) one.errors = []; // what is fixed now is not looked at again
  return model;
};

const load = ({ survey, answers, language }, checks = {}) => {
  const model = modelOf(survey, checks);
  model.locale = language;
  model.data = answers;
  return model;
};

// How far one comes pressing "next", and whether a trigger ends it there.
const walk = request => {
  if (!request.survey.triggers) return null;
  const model = load(request, { checkErrorsMode: 'onComplete', firstPageIsStartPage: false, firstPageIsStarted: false });
  for (let steps = model.visiblePages.length; steps > 1; steps--) {
    const page = model.currentPage;
    model.nextPage();
    if (model.state === 'completed') return page.name;
  }
  return null;
};

const survey = request => {
  const model = load(request);
  if (model.state === 'starting') model.start();
  model.validate(true, false);
  const questions = {};
  const visible = [];
  for (const [path, question, shown] of questionsOf(model.getAllQuestions(false))) {
    questions[path] ??= {
      type: question.getType(), visible: shown, enabled: !question.isReadOnly, required: question.isRequired,
      title: question.processedTitle ?? question.title, errors: question.errors.map(error => error.getErrorType()), texts: question.errors.map(error => error.getText()), value: plain(question.value),
    };
    if (shown) visible.push(question);
  }
  const pages = model.pages.map(page => ({ name: page.name, visible: page.isVisible, title: page.processedTitle ?? '' }));
  const calculated = Object.fromEntries(model.calculatedValues.map(value => [value.name, plain(value.value)]));
  const panels = Object.fromEntries(model.getAllPanels().filter(panel => panel.name).map(panel =>
    [panel.name, { visible: isShown(panel), enabled: !panel.isReadOnly, required: panel.isRequired, title: panel.processedTitle ?? '', errors: panel.errors.map(error => error.getErrorType()) }]));
  const score = visible.reduce((sum, question) => sum + scoreOf(question), 0);
  const problems = model.jsonErrors?.map(error => error.message) ?? [];
  const right = model.getCorrectAnswerCount();
  const before = model.data;
  model.doComplete();
  return { pages, panels, questions, calculated, score, right, before, result: model.data, completedHtml: model.processedCompletedHtml, lastPage: walk(request), problems };
};

const expression = ({ expression, values }) => {
  const runner = new ExpressionRunner(expression);
  return runner.canRun ? { parsed: true, value: plain(runner.runValues(values, {})) } : { parsed: false };
};

// Rows of a table have their default values once somebody sees them.
const initial = document => {
  const model = new Model(document);
  for (const page of model.visiblePages) model.currentPage = page;
  for (const question of model.getAllQuestions()) void question.visibleRows;
  return model.data;
};

const lines = require('readline').createInterface({ input: process.stdin });
lines.on('line', line => {
  const request = JSON.parse(line);
  now = RealDate.parse(request.now);
  let answer;
  try {
    answer = 'expression' in request ? expression(request) : 'initial' in request ? { data: initial(request.initial) } : survey(request);
  } catch (error) {
    answer = { failed: error.stack };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
});
