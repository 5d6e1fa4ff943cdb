using Granary.Surveys.Checking;

namespace Granary.Surveys;

/// <summary>Looks for dead ends before a questionnaire is published: what nobody can reach, answer or satisfy, whatever is answered.</summary>
public static class SurveyCheck
{
    /// <param name="context">Its variables are known to expressions; its language does not matter.</param>
    /// <returns>Errors, with which it should not be published, and warnings. Empty where there is nothing to say.</returns>
    public static IReadOnlyList<Finding> Of(Survey survey, SurveyContext context, SurveyLimits? limits = null)
    {
        limits ??= new();
        var uses = Uses.Of(survey).ToList();
        return
        [
            .. KnownNames.Unknown(survey, uses, context.Variables ?? ValueMap.Nothing),
            .. Cycles.Of(survey),
            .. new Reach(survey, context, limits).Findings(),
            .. Answerable.Findings(survey),
        ];
    }
}
