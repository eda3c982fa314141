using System.Collections.Concurrent;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;

namespace EnforcementCases.Platform.Pipeline;

/// <summary>What a capability does about an event, in the transaction in which it happened. A refusal takes the whole act back.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
internal interface IFollowUp<in TEvent>
    where TEvent : IHappened
{
    /// <summary>Reads, judges, changes tracked entities; never saves.</summary>
    Task FollowUpAsync(TEvent happened, CancellationToken ct);
}

/// <summary>What a capability does about an event once it is committed and the snapshots are read again, before the answer goes out. If it fails, a job makes up for it.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
internal interface IAfterCommit<in TEvent>
    where TEvent : IHappened
{
    /// <summary>Runs outside the transaction; a client that went away does not stop it.</summary>
    Task AfterCommitAsync(TEvent happened);
}

/// <summary>Stores what is derived from the aggregates of this unit of work, after all follow-ups and before the save.</summary>
internal interface IBeforeSave
{
    /// <summary>Reads, changes tracked entities; never saves.</summary>
    Task BeforeSaveAsync(CancellationToken ct);
}

/// <summary>Runs the follow-ups of what happened to the aggregates of this unit of work, in the order in which the capabilities registered them.</summary>
internal sealed class FollowUps(AppDbContext db, IServiceProvider services)
{
    /// <summary>Follow-ups may raise events themselves; more rounds than this are a circle.</summary>
    private const int MostRounds = 8;

    private static readonly ConcurrentDictionary<Type, Invoker> Invokers = new();

    private readonly List<IHappened> happened = [];

    /// <summary>Forgets what happened in an attempt that was taken back.</summary>
    public void Forget() => happened.Clear();

    /// <summary>Follows up everything that happened, until nothing more happens.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var followed = true;
        for (var round = 0; followed && Take() is { Count: > 0 } fresh; round++)
        {
            if (round == MostRounds)
                throw new InvalidOperationException($"The follow-ups of {fresh[0].GetType().Name} raise events in a circle.");
            happened.AddRange(fresh);
            followed = false;
            foreach (var one in fresh)
                followed |= await InvokerOf(one).FollowUpAsync(services, one, ct);
        }
    }

    /// <summary>Does what is to be done after the commit.</summary>
    public async Task AfterCommitAsync()
    {
        foreach (var one in happened)
            await InvokerOf(one).AfterCommitAsync(services, one);
    }

    private List<IHappened> Take() =>
        [.. db.Tracked<RecordedAggregate>().Where(e => e.Entity.Happened.Count > 0).SelectMany(e => e.Entity.TakeHappened())];

    private static Invoker InvokerOf(IHappened one) =>
        Invokers.GetOrAdd(one.GetType(), type => (Invoker)Activator.CreateInstance(typeof(Invoker<>).MakeGenericType(type))!);

    private abstract class Invoker
    {
        /// <returns>Whether anybody followed up.</returns>
        public abstract Task<bool> FollowUpAsync(IServiceProvider services, IHappened happened, CancellationToken ct);

        public abstract Task AfterCommitAsync(IServiceProvider services, IHappened happened);
    }

    private sealed class Invoker<TEvent> : Invoker
        where TEvent : IHappened
    {
        public override async Task<bool> FollowUpAsync(IServiceProvider services, IHappened happened, CancellationToken ct)
        {
            var followed = false;
            foreach (var followUp in services.GetServices<IFollowUp<TEvent>>())
            {
                await followUp.FollowUpAsync((TEvent)happened, ct);
                followed = true;
            }
            return followed;
        }

        public override async Task AfterCommitAsync(IServiceProvider services, IHappened happened)
        {
            foreach (var followUp in services.GetServices<IAfterCommit<TEvent>>())
                await followUp.AfterCommitAsync((TEvent)happened);
        }
    }
}

/// <summary>How a capability registers its follow-ups.</summary>
internal static class FollowUpRegistration
{
    /// <summary>Registers a class for every event that it follows up; among several follow-ups of one event the order of registration counts.</summary>
    public static IServiceCollection AddFollowUp<TFollowUp>(this IServiceCollection services)
        where TFollowUp : class
    {
        services.AddScoped<TFollowUp>();
        foreach (var followed in typeof(TFollowUp).GetInterfaces().Where(IsFollowUp))
            services.AddScoped(followed, provider => provider.GetRequiredService<TFollowUp>());
        return services;
    }

    /// <summary>Whether an interface is one of the two kinds of follow-up.</summary>
    internal static bool IsFollowUp(Type type) =>
        type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IFollowUp<>) || type.GetGenericTypeDefinition() == typeof(IAfterCommit<>));
}
