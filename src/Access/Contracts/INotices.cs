namespace Granary.Access.Contracts;

/// <summary>Telling people what they should know, in the bell of every page.</summary>
public interface INotices
{
    /// <summary>Written when it returns, in a transaction of its own: to be called after the act that it tells of has been committed.</summary>
    /// <param name="people">Ids.</param>
    /// <param name="kind">The page has the words for it: "notification.{kind}".</param>
    /// <param name="arguments">What the words speak of; no personal data of customers.</param>
    /// <param name="to">The page that it leads to.</param>
    Task TellAsync(IReadOnlyCollection<string> people, string kind, object arguments, string to, CancellationToken cancellation);
}
