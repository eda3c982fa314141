using System.Buffers.Binary;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Ordinary;

namespace EnforcementCases.Domain.Cases.Work;

/// <summary>Work that waits in a case: what is to be done next, since when, until when, and by whom.</summary>
/// <param name="Kind">Kind of work.</param>
/// <param name="Act">The act to do next.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record WorkItem(WorkKind Kind, CaseAct Act, DateTimeOffset Since)
{
    /// <summary>Last day on which it is in time; null if no deadline is set.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>First day on which it can be done, such as the day after the party's time to answer; null: at once.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Roles of which one does it, if not all those of the act.</summary>
    public IReadOnlyList<Role>? Roles { get; init; }

    /// <summary>Who does it in a case, by the table of acts. What any officer may do waits for the officers of the case.</summary>
    public (IReadOnlyList<Role> By, ActorRelation Relation) WhoIn(EnforcementCase @case)
    {
        var row = OrdinaryProcedure.Of(Act);
        var by = Roles ?? row?.By ?? OnTheSpot;
        var relation = row?.Relation ?? ActorRelation.Any;
        if (relation is ActorRelation.Handler && @case.Officers.Count == 0)
            return (by, ActorRelation.Any); // in the street nobody is appointed yet: the act itself asks who was there
        return relation is ActorRelation.Any && by.Contains(Role.Officer) && @case.Officers.Count > 0
            ? ([Role.Officer], ActorRelation.Handler)
            : (by, relation);
    }

    /// <summary>Acts of the simple procedure alone.</summary>
    private static readonly IReadOnlyList<Role> OnTheSpot = [Role.Officer];
}

/// <summary>Work that waits in a case, as it is stored for the lists (待办).</summary>
public sealed class CaseWork : IOwnedByOrganisation
{
    private CaseWork() { }

    /// <param name="id">Its identity.</param>
    public CaseWork(Guid id, EnforcementCase @case, WorkItem item)
    {
        Id = id;
        Seq = BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(8)) & long.MaxValue;
        (CaseId, OrganId, OrganisationPath) = (@case.Id, @case.OrganId, @case.OrganisationPath);
        (Kind, Act, Since, DueOn) = (item.Kind, item.Act, item.Since, item.DueOn);
        SortOn = item.DueOn ?? DateOnly.MaxValue;
        ShowFrom = item.From ?? DateOnly.MinValue;
        (var by, Relation) = item.WhoIn(@case);
        Roles = MaskOf(by);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists.</summary>
    public long Seq { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The street or town whose case it is.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Kind of work.</summary>
    public WorkKind Kind { get; private set; }

    /// <summary>The act to do next.</summary>
    public CaseAct Act { get; private set; }

    /// <summary>Since when it waits.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Last day on which it is in time; null if no deadline is set.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>By which the list is sorted: the day it is due, or the end of time.</summary>
    public DateOnly SortOn { get; private set; }

    /// <summary>First day on which it is listed.</summary>
    public DateOnly ShowFrom { get; private set; }

    /// <summary>Required relation of the person to the case.</summary>
    public ActorRelation Relation { get; private set; }

    /// <summary>The roles that do it, one bit each: a condition that every database evaluates within the index.</summary>
    public long Roles { get; private set; }

    /// <summary>Roles as bits.</summary>
    public static long MaskOf(IEnumerable<Role> roles) => roles.Aggregate(0L, (mask, role) => mask | (1L << (int)role));

    /// <summary>The roles of bits.</summary>
    public static IReadOnlyList<Role> RolesOf(long mask) => [.. Enum.GetValues<Role>().Where(role => (mask & (1L << (int)role)) != 0)];

    /// <summary>Whether it is the same work as another: its row then stays, and with it the place in the list.</summary>
    public bool IsSameAs(CaseWork other) =>
        (Kind, Act, Since, DueOn, ShowFrom, Relation, Roles, OrganisationPath)
        == (other.Kind, other.Act, other.Since, other.DueOn, other.ShowFrom, other.Relation, other.Roles, other.OrganisationPath);
}
