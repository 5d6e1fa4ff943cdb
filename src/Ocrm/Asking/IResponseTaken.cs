using Granary.Kernel.Storage;
using Granary.Ocrm.Questionnaires;
using Granary.Surveys;

namespace Granary.Ocrm.Asking;

/// <summary>Answers that somebody just completed.</summary>
/// <param name="Evaluation">As the engine kept them: with what was calculated, the score and its band.</param>
/// <param name="Party">0: of no customer, or anonymous; then the prospect is 0 too, and the person is empty.</param>
/// <param name="Entity">The legal entity in which it was asked.</param>
/// <param name="Person">Who asked, or filled it in with the customer, by id.</param>
/// <param name="Via">link, qr, anonymous, manager, list or campaign.</param>
/// <param name="At">Milliseconds since 1970 UTC.</param>
internal sealed record TakenResponse(
    long Id, PublishedVersion Version, Survey Survey, SurveyEvaluation Evaluation, long Party, long Prospect, long Campaign, string Entity, string Unit, string Person, string Via, long At);

/// <summary>Whoever makes something of a complete response, in the transaction that completes it.</summary>
internal interface IResponseTaken
{
    Task TakenAsync(Session session, TakenResponse response);
}
