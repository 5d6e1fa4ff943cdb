using Granary.Access.People;

namespace Granary.Access.Contracts;

/// <summary>Notifications as they come, for a browser that watches.</summary>
public interface INotificationFeed
{
    /// <summary>Calls back for every notification of a person from now on, until the result is disposed.</summary>
    IDisposable Watch(string person, Action<NotificationRow> told);
}
