using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Inspections;

/// <summary>An object of checks (检查对象): an enterprise or business on the organ's register, from which plans, caps and draws are counted.</summary>
public sealed class CheckObject : RecordedAggregate, IInspectionMatter
{
    /// <summary>Length of <see cref="ListedKey"/>.</summary>
    public const int ListedKeyLength = 50;

    /// <summary>Longest category.</summary>
    public const int CategoryMaxLength = 60;

    /// <summary>Longest address.</summary>
    public const int AddressMaxLength = 200;

    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 300;

    private CheckObject() { }

    /// <summary>Enters an object in the register.</summary>
    /// <param name="codeAcceptedBecause">Why a credit code with a wrong check character was accepted; null if it is right.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NoEnterprise"/>.</exception>
    public CheckObject(
        Guid id,
        long seq,
        Organisation organ,
        PartyKind kind,
        string name,
        CreditCode? code,
        string address,
        string category,
        string? codeAcceptedBecause,
        DateTimeOffset at
    )
    {
        if (kind is PartyKind.Citizen)
            throw InspectionErrors.NoEnterprise.With("对象类别为公民", "对公民的检查作为个案，在案件中记录").At("/kind");
        (Id, Seq, OrganId, OrganisationPath) = (id, seq, organ.Id, organ.Path);
        (Kind, Name, CreditCode, Address, Category) = (kind, name, code?.Value, address, category);
        EnteredAt = at;
        ListedKey = code is null ? null : $"{organ.Id:N}{code.Value}";
        Record(
            new(
                "check-object-entered",
                at,
                new RecordFields().Add("object", id).Add("kind", kind).Add("category", category),
                new RecordFields()
                    .Add("name", name)
                    .Add("creditCode", CreditCode)
                    .Add("codeAcceptedBecause", codeAcceptedBecause)
                    .Add("address", address)
            )
        );
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public long Seq { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Kind; never a citizen.</summary>
    public PartyKind Kind { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Credit code; null if not known.</summary>
    public string? CreditCode { get; private set; }

    /// <summary>Address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Category of objects (对象类别), such as 餐饮经营: plans, caps and draws are made for a category.</summary>
    public string Category { get; private set; } = "";

    /// <summary>When it was entered.</summary>
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>First day on which it is no longer on the register; null if it still is.</summary>
    public DateOnly? DelistedOn { get; private set; }

    /// <summary>Organ and credit code while it is on the register, so that no object is on it twice; null without a code and once it has left.</summary>
    public string? ListedKey { get; private set; }

    /// <summary>Why it left the register.</summary>
    public string? DelistedBecause { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Refuses an object that is not on the register on a day.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.Delisted"/>.</exception>
    public void EnsureListed(DateOnly day)
    {
        if (DelistedOn is { } from && day >= from)
            throw InspectionErrors.Delisted.With($"自 {from:yyyy-MM-dd} 起移出").At("/objectId");
    }

    /// <summary>Takes it off the register from a day on (移出名录).</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.Delisted"/>.</exception>
    public void Delist(DateOnly from, string reason, DateTimeOffset at)
    {
        if (DelistedOn is { } before)
            throw InspectionErrors.Delisted.With($"自 {before:yyyy-MM-dd} 起移出");
        (DelistedOn, DelistedBecause, ListedKey) = (from, reason, null);
        Version++;
        Record(new("check-object-delisted", at, new RecordFields().Add("object", Id).Add("from", from)));
    }
}

/// <summary>An interest of an officer in an object (利害关系): the officer checks it in no case, and no draw assigns it. 行政处罚法 第四十三条.</summary>
public sealed class OfficerInterest : RecordedAggregate, IInspectionMatter
{
    /// <summary>Longest description.</summary>
    public const int TieMaxLength = 200;

    private OfficerInterest() { }

    /// <summary>Enters an interest.</summary>
    /// <param name="from">First day.</param>
    public OfficerInterest(
        Guid id,
        long seq,
        CheckObject @object,
        Guid personId,
        string personName,
        string tie,
        DateOnly from,
        DateTimeOffset at
    )
    {
        (Id, Seq, OrganId, OrganisationPath) = (id, seq, @object.OrganId, @object.OrganisationPath);
        (ObjectId, PersonId, PersonName, Tie, From) = (@object.Id, personId, personName, tie, from);
        Record(
            new(
                "officer-interest-entered",
                at,
                new RecordFields().Add("object", ObjectId).Add("officer", personId).Add("from", from),
                RecordFields.Single("tie", tie)
            )
        );
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public long Seq { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The object.</summary>
    public Guid ObjectId { get; private set; }

    /// <summary>The officer.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Name of the officer.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>What the interest is.</summary>
    public string Tie { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive; null if it has not ended.</summary>
    public DateOnly? To { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Whether it exists on a day.</summary>
    public bool Holds(DateOnly day) => From <= day && (To is not { } to || day <= to);

    /// <summary>Enters that it ended (利害关系消除).</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/> or <see cref="InspectionErrors.OutOfOrder"/>.</exception>
    public void End(DateOnly lastDay, DateTimeOffset at)
    {
        if (To is { } before)
            throw InspectionErrors.NotOpen.With($"已于 {before:yyyy-MM-dd} 消除");
        if (lastDay < From)
            throw InspectionErrors.OutOfOrder.With($"自 {From:yyyy-MM-dd} 起").At("/lastDay");
        To = lastDay;
        Version++;
        Record(
            new("officer-interest-ended", at, new RecordFields().Add("object", ObjectId).Add("officer", PersonId).Add("lastDay", lastDay))
        );
    }
}
