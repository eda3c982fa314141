using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Parties;

/// <summary>An entry of the register of merged parties (当事人并户登记): two entries of the register of parties are the same person or business, shown by a document.
/// Cases keep the party they were entered under and their snapshot; every look-up of a party follows the link. A split (拆分) undoes it in the same entry.</summary>
public sealed class PartyMerge : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>No such party, or none of its matters within the reader's scope.</summary>
    public static readonly DomainError PartyNotFound = new("party.not-found", null, ErrorKind.NotFound, "没有找到该当事人");

    /// <summary>A party cannot be merged into itself.</summary>
    public static readonly DomainError SameParty = new("party.merge-into-itself", null, ErrorKind.Unacceptable, "不能将当事人并入其自身");

    /// <summary>One of the two was merged before, or others were merged into the one that is to be merged away.</summary>
    public static readonly DomainError AlreadyMerged = new("party.already-merged", null, ErrorKind.WrongStage, "当事人已有并户登记");

    /// <summary>A natural person and an organisation are never one party.</summary>
    public static readonly DomainError KindsDiffer = new(
        "party.merge-kinds-differ",
        null,
        ErrorKind.Unacceptable,
        "单位与个人不是同一当事人"
    );

    /// <summary>Only a documented party can take in another.</summary>
    public static readonly DomainError IntoUndocumented = new(
        "party.merge-into-undocumented",
        null,
        ErrorKind.Unacceptable,
        "只能并入已核实证件的当事人"
    );

    /// <summary>The two carry documents of different persons.</summary>
    public static readonly DomainError DocumentsDiffer = new(
        "party.documents-differ",
        null,
        ErrorKind.Unacceptable,
        "两名当事人的证件号码不一致"
    );

    /// <summary>A self-declared party shows no document.</summary>
    public static readonly DomainError DocumentNotShown = new(
        "party.document-not-shown",
        null,
        ErrorKind.Unacceptable,
        "自报身份的当事人须出示证件方可并户"
    );

    /// <summary>The document shown is that of another.</summary>
    public static readonly DomainError DocumentOfAnother = new(
        "party.document-of-another",
        null,
        ErrorKind.Unacceptable,
        "所出示的证件与拟并入的当事人不符"
    );

    /// <summary>The two are not merged.</summary>
    public static readonly DomainError NotMerged = new("party.not-merged", null, ErrorKind.WrongStage, "该当事人没有并户登记");

    private PartyMerge() { }

    /// <summary>Identity; also the chain of its record.</summary>
    public Guid Id { get; private set; }

    /// <summary>The street or town that merged them.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The party that was merged away.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>The party that represents both.</summary>
    public Guid IntoPartyId { get; private set; }

    /// <summary>Why, at most 1,000 characters.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>How the identity was shown.</summary>
    public MergeGround Ground { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset MergedAt { get; private set; }

    /// <summary>Who.</summary>
    public Guid MergedBy { get; private set; }

    /// <summary>The party that was merged away, unique; null once it was split.</summary>
    public Guid? StandingPartyId { get; private set; }

    /// <summary>When it was undone; null if it was not.</summary>
    public DateTimeOffset? SplitAt { get; private set; }

    /// <summary>Why it was undone.</summary>
    public string? SplitReason { get; private set; }

    /// <summary>Who undid it.</summary>
    public Guid? SplitBy { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => Id;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Merges a party into another (并户).</summary>
    /// <param name="party">The party that is merged away.</param>
    /// <param name="into">The party that remains.</param>
    /// <param name="othersMergedInto">Whether others were merged into the party that is merged away.</param>
    /// <param name="proof">Proof that the two are the same.</param>
    /// <param name="new">Values supplied by the system.</param>
    /// <exception cref="DomainException"><see cref="SameParty"/>, <see cref="AlreadyMerged"/>, <see cref="KindsDiffer"/>, <see cref="IntoUndocumented"/>,
    /// <see cref="DocumentsDiffer"/>, <see cref="DocumentNotShown"/> or <see cref="DocumentOfAnother"/>.</exception>
    public static PartyMerge Merge(Party party, Party into, bool othersMergedInto, IdentityProof proof, NewPartyMerge @new)
    {
        if (party.Id == into.Id)
            throw SameParty.With("请核对当事人");
        if (party.MergedInto is not null)
            throw AlreadyMerged.With("该当事人已并入其他当事人", "先拆分");
        if (into.MergedInto is not null)
            throw AlreadyMerged.With("拟并入的当事人已并入其他当事人", "并入其现当事人");
        if (othersMergedInto)
            throw AlreadyMerged.With("已有其他当事人并入该当事人", "先拆分，再分别并入");
        if (IsOrganisation(party) != IsOrganisation(into))
            throw KindsDiffer.With("请核对当事人类别");
        var ground = EnsureSame(party, into, proof);
        var merge = new PartyMerge
        {
            Id = @new.Id,
            OrganId = @new.OrganId,
            OrganisationPath = @new.OrganisationPath,
            PartyId = party.Id,
            IntoPartyId = into.Id,
            Reason = @new.Reason,
            Ground = ground,
            MergedAt = @new.At,
            MergedBy = @new.PersonId,
            StandingPartyId = party.Id,
        };
        party.MergedInto = into.Id;
        party.Version++;
        into.Version++;
        merge.Record(
            new(
                "party-merged",
                @new.At,
                new RecordFields()
                    .Add("organ", @new.OrganId)
                    .Add("ground", ground)
                    .Add("document", into.Document)
                    .Add("partyKind", party.Kind)
                    .Add("intoKind", into.Kind),
                new RecordFields()
                    .Add("party", party.Id)
                    .Add("into", into.Id)
                    .Add("reason", @new.Reason)
                    .Add("distinctBecause", @new.DistinctBecause)
            ),
            new PartyMerged(merge, @new.DistinctBecause)
        );
        return merge;
    }

    /// <summary>Splits them again (拆分): the two proved to be different.</summary>
    /// <exception cref="DomainException"><see cref="NotMerged"/>.</exception>
    public void Split(Party party, Party into, string reason, Guid personId, DateTimeOffset at)
    {
        if (StandingPartyId is null || party.Id != PartyId || party.MergedInto != into.Id)
            throw NotMerged.With("没有可以拆分的并户");
        (StandingPartyId, SplitAt, SplitReason, SplitBy) = (null, at, reason, personId);
        party.MergedInto = null;
        party.Version++;
        into.Version++;
        Record(
            new(
                "party-split",
                at,
                new RecordFields().Add("organ", OrganId),
                new RecordFields().Add("party", party.Id).Add("into", into.Id).Add("reason", reason)
            ),
            new PartySplit(this)
        );
    }

    private static bool IsOrganisation(Party party) => party.Kind is PartyKind.LegalPerson or PartyKind.OtherOrganisation;

    private static MergeGround EnsureSame(Party party, Party into, IdentityProof proof)
    {
        if (!into.IsDocumented)
            throw IntoUndocumented.With("拟并入的当事人为自报身份", "将自报身份的当事人并入已核实证件的当事人");
        if (party.IsDocumented)
            return proof.SameNumbers ? MergeGround.SameDocumentNumber : throw DocumentsDiffer.With("证件号码不同的当事人不得并户");
        return proof.ShownMatches switch
        {
            null => throw DocumentNotShown.With("请填写所出示证件的种类和号码"),
            false => throw DocumentOfAnother.With("请核对证件"),
            true => MergeGround.DocumentNowShown,
        };
    }
}

/// <summary>How two entries were found to be the same party.</summary>
public enum MergeGround
{
    /// <summary>证件号码一致: both are documented, with the same number under different kinds of document.</summary>
    SameDocumentNumber,

    /// <summary>现出示证件: one was self-declared and now shows the document of the other.</summary>
    DocumentNowShown,
}

/// <summary>Proof that two parties are the same.</summary>
/// <param name="SameNumbers">Both are documented and the numbers agree.</param>
/// <param name="ShownMatches">Whether the document shown now is that of the party that remains; null if none was shown.</param>
public sealed record IdentityProof(bool SameNumbers, bool? ShownMatches);

/// <summary>Values that the system supplies for a merge.</summary>
public sealed record NewPartyMerge
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The street or town.</summary>
    public required Guid OrganId { get; init; }

    /// <summary>Its path.</summary>
    public required string OrganisationPath { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Why fines of one violation and day are for different offences; null if not needed.</summary>
    public string? DistinctBecause { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
