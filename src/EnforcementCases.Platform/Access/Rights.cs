using System.Collections.Frozen;
using EnforcementCases.Domain.Access;
using static EnforcementCases.Domain.Access.Role;

namespace EnforcementCases.Platform.Access;

/// <summary>The words in which a capability writes its rows of the rights table.</summary>
internal static class Rights
{
    /// <summary>Roles that work on cases or supervise them: they may read cases.</summary>
    public static Role[] CaseReaders =>
        [Officer, Auxiliary, TeamLead, LegalReviewer, HearingHost, DeputyHead, Head, Cashier, PublicityClerk, Supervisor];

    /// <summary>Adds the rows of a capability to the rights table.</summary>
    public static IServiceCollection AddRights(this IServiceCollection services, IEnumerable<Right> rows)
    {
        foreach (var row in rows)
            services.AddSingleton(row);
        return services;
    }

    public static Right Open(string operation, string term) => new(operation, term, Grant.Anonymous, Reach.None, Relation.Any, []);

    public static Right Signed(string operation, string term) => new(operation, term, Grant.Signed, Reach.None, Relation.Any, []);

    public static Right BySystem(string operation, string term) => new(operation, term, Grant.System, Reach.None, Relation.Any, []);

    public static Right SignedIn(string operation, string term) => new(operation, term, Grant.SignedIn, Reach.None, Relation.Any, []);

    /// <summary>Anybody signed in, also with a one-time password.</summary>
    public static Right SignedInAtAll(string operation, string term) => SignedIn(operation, term) with { WithOneTimePassword = true };

    public static Right Read(string operation, string term, params Role[] roles) =>
        new(operation, term, Grant.Roles, Reach.OwnAndBelow, Relation.Any, roles.ToFrozenSet());

    public static Right Write(string operation, string term, params Role[] roles) =>
        new(operation, term, Grant.Roles, Reach.OwnOrgan, Relation.Any, roles.ToFrozenSet());

    public static Right Write(string operation, string term, Relation relation, params Role[] roles) =>
        new(operation, term, Grant.Roles, Reach.OwnOrgan, relation, roles.ToFrozenSet());

    /// <summary>Approves what others prepared in a case: never by an officer of it.</summary>
    public static Right Approve(string operation, string term, params Role[] roles) =>
        Write(operation, term, Relation.NotOfficerOfCase, roles) with
        {
            Approves = true,
        };

    /// <summary>Requires a fresh second factor: the operation imposes or withdraws a burden.</summary>
    public static Right StepUp(Right right) => right with { StepUp = true };

    /// <summary>Administration reaches the own organisation and all below it, without acting in the name of an organ.</summary>
    public static Right Administer(string operation, string term, params Role[] roles) =>
        new(operation, term, Grant.Roles, Reach.OwnAndBelow, Relation.Any, roles.ToFrozenSet());
}
