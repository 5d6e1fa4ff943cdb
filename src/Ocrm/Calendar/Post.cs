using Granary.Access.Contracts;

namespace Granary.Ocrm.Calendar;

/// <summary>Where somebody works: the unit of the first post of their own that has a calendar.</summary>
internal static class Post
{
    public static (string Entity, string Unit) Of(Caller caller)
    {
        var unit = caller.Rights.Sources.Where(s => s.Permission == Permission.CalendarEdit && s.CoverFor is null).Select(s => s.Unit).FirstOrDefault() ?? "";
        return (UnitCode.EntityOf(unit), unit);
    }
}
