using System.Collections.Frozen;
using EnforcementCases.Domain.Access;

namespace EnforcementCases.Platform.Access;

/// <summary>Who may do an operation.</summary>
internal enum Grant
{
    /// <summary>Anybody, signed in or not.</summary>
    Anonymous,

    /// <summary>Anybody signed in.</summary>
    SignedIn,

    /// <summary>The roles named.</summary>
    Roles,

    /// <summary>A machine without a session whose request is signed.</summary>
    Signed,

    /// <summary>The system itself, at start-up or by a job; no operation of the API.</summary>
    System,
}

/// <summary>Within which organisations an operation reaches.</summary>
internal enum Reach
{
    /// <summary>Concerns no organisation: the user's own session, product data.</summary>
    None,

    /// <summary>Reads the user's own organisation and all below it.</summary>
    OwnAndBelow,

    /// <summary>Writes in the name of the user's own street or town, and only there.</summary>
    OwnOrgan,
}

/// <summary>Required relation of the person to the case.</summary>
internal enum Relation
{
    /// <summary>None required.</summary>
    Any,

    /// <summary>One of the officers of the case.</summary>
    OfficerOfCase,

    /// <summary>A person who did not handle the case, whatever the account.</summary>
    NotOfficerOfCase,
}

/// <summary>A row of the rights table.</summary>
/// <param name="Operation">Name of the operation in the OpenAPI document, and of its request type without Command or Query.</param>
/// <param name="Term">What it is, in Chinese.</param>
internal sealed record Right(string Operation, string Term, Grant Grant, Reach Reach, Relation Relation, FrozenSet<Role> Roles)
{
    /// <summary>Requires a fresh second factor (二次验证); how long it counts as fresh: <c>Access:StepUpMinutes</c>.</summary>
    public bool StepUp { get; init; }

    /// <summary>Allowed while the password is a one-time one: changing it, reading who is signed in, signing out.</summary>
    public bool WithOneTimePassword { get; init; }

    /// <summary>Approves what others prepared (审批环节): not by an officer of the case, nor by who proposed it or signed another level of its paper.</summary>
    public bool Approves { get; init; }
}

/// <summary>Who may do what: the rows of all capabilities. Authorisation, the published matrix and the test that tries every operation as every role come from it.</summary>
internal sealed class RightsTable(IEnumerable<Right> rows)
{
    /// <summary>All rows, by operation.</summary>
    public FrozenDictionary<string, Right> Rows { get; } = rows.ToFrozenDictionary(r => r.Operation, StringComparer.Ordinal);

    /// <summary>Name of the operation of a request type.</summary>
    public static string OperationOf(Type request) =>
        request.IsGenericType ? request.GetGenericArguments()[0].Name // an act of the ordinary procedure is named after its body
        : request.Name.EndsWith("Command", StringComparison.Ordinal) ? request.Name[..^7]
        : request.Name.EndsWith("Query", StringComparison.Ordinal) ? request.Name[..^5]
        : request.Name;
}
