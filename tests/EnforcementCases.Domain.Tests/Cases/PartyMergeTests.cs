using System.Globalization;
using EnforcementCases.Domain.Parties;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>Parties are merged by document only, and split again.</summary>
public sealed class PartyMergeTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.Parse("2024-05-13T10:00:00+08:00", CultureInfo.InvariantCulture);
    private static readonly IdentityProof Nothing = new(SameNumbers: false, ShownMatches: null);
    private static readonly IdentityProof Shown = new(SameNumbers: false, ShownMatches: true);

    [Fact]
    public void A_self_declared_party_that_shows_the_document_is_merged_and_split_again()
    {
        var (party, into) = (AParty(), AParty("a"));

        var merge = Merge(party, into, Shown);

        (party.MergedInto, party.RepresentativeId, party.Version, into.Version).ShouldBe((into.Id, into.Id, 2, 2));
        (merge.Ground, merge.StandingPartyId).ShouldBe((MergeGround.DocumentNowShown, party.Id));
        var entry = merge.PendingRecord.ShouldHaveSingleItem();
        entry.Type.ShouldBe("party-merged");
        entry.Clear.Select(f => f.Key).ShouldNotContain("party"); // who it is stands under seal

        merge.Split(party, into, "证件系冒用", Guid.NewGuid(), At.AddDays(1));

        (party.MergedInto, party.RepresentativeId, party.Version, into.Version).ShouldBe((null, party.Id, 3, 3));
        (merge.StandingPartyId, merge.SplitReason).ShouldBe((null, "证件系冒用"));
        merge.PendingRecord[^1].Type.ShouldBe("party-split");
        new Action(() => merge.Split(party, into, "再次", Guid.NewGuid(), At)).ShouldRefuse(PartyMerge.NotMerged);
    }

    [Fact]
    public void Two_documented_parties_are_one_only_when_the_numbers_agree()
    {
        new Action(() => Merge(AParty("a"), AParty("b"), Nothing)).ShouldRefuse(PartyMerge.DocumentsDiffer);
        new Action(() => Merge(AParty("a"), AParty("b"), Shown)).ShouldRefuse(PartyMerge.DocumentsDiffer);
        Merge(AParty("a"), AParty("b"), new(SameNumbers: true, null)).Ground.ShouldBe(MergeGround.SameDocumentNumber);
    }

    [Fact]
    public void Nothing_is_merged_without_the_document_or_into_a_party_without_one()
    {
        new Action(() => Merge(AParty(), AParty("a"), Nothing)).ShouldRefuse(PartyMerge.DocumentNotShown);
        new Action(() => Merge(AParty(), AParty("a"), new(false, false))).ShouldRefuse(PartyMerge.DocumentOfAnother);
        new Action(() => Merge(AParty(), AParty(), Shown)).ShouldRefuse(PartyMerge.IntoUndocumented);
        new Action(() => Merge(AParty("a"), AParty(), Shown)).ShouldRefuse(PartyMerge.IntoUndocumented);
    }

    [Fact]
    public void Links_are_one_step_long_and_lead_to_another_party_of_the_same_sort()
    {
        var (party, into) = (AParty(), AParty("a"));
        new Action(() => Merge(into, into, Shown)).ShouldRefuse(PartyMerge.SameParty);
        new Action(() => Merge(party, AParty("b", PartyKind.LegalPerson), Shown)).ShouldRefuse(PartyMerge.KindsDiffer);
        new Action(() => Merge(AParty(kind: PartyKind.IndividualBusiness), AParty("c"), Shown)).ShouldRefuse(null);

        Merge(party, into, Shown);

        new Action(() => Merge(party, AParty("d"), Shown)).ShouldRefuse(PartyMerge.AlreadyMerged);
        new Action(() => Merge(AParty(), party, Shown)).ShouldRefuse(PartyMerge.AlreadyMerged);
        new Action(() => Merge(into, AParty("e"), new(true, null), othersMergedInto: true)).ShouldRefuse(PartyMerge.AlreadyMerged);
    }

    [Fact]
    public void A_merge_and_a_split_are_recorded_with_the_persons_under_seal()
    {
        var (party, into) = (AParty(), AParty("a"));
        var (organ, person) = (Guid.NewGuid(), Guid.NewGuid());
        var merge = PartyMerge.Merge(
            party,
            into,
            othersMergedInto: false,
            Shown,
            new()
            {
                Id = Guid.NewGuid(),
                OrganId = organ,
                OrganisationPath = "/tj/bhxq/hg/",
                Reason = "出示居民身份证",
                DistinctBecause = "上午另一处",
                PersonId = person,
                At = At,
            }
        );

        merge.ShouldHave(
            new
            {
                OrganId = organ,
                OrganisationPath = "/tj/bhxq/hg/",
                RecordOrganisationPath = "/tj/bhxq/hg/",
                RecordChainId = merge.Id,
                PartyId = party.Id,
                IntoPartyId = into.Id,
                Reason = "出示居民身份证",
                MergedAt = At,
                MergedBy = person,
            }
        );
        merge.ShouldRecord(
            "party-merged",
            At,
            new
            {
                organ,
                ground = "DocumentNowShown",
                document = "CitizenIdCard",
                partyKind = "Citizen",
                intoKind = "Citizen",
            },
            new
            {
                party = party.Id,
                into = into.Id,
                reason = "出示居民身份证",
                distinctBecause = "上午另一处",
            }
        );
        new Action(() => merge.Split(AParty(), into, "x", person, At)).ShouldRefuse(PartyMerge.NotMerged);
        new Action(() => merge.Split(party, AParty("b"), "x", person, At)).ShouldRefuse(PartyMerge.NotMerged);
        merge.Split(party, into, "证件系冒用", person, At.AddDays(1));
        (merge.SplitAt, merge.SplitBy).ShouldBe((At.AddDays(1), person));
        merge.ShouldRecord(
            "party-split",
            At.AddDays(1),
            new { organ },
            new
            {
                party = party.Id,
                into = into.Id,
                reason = "证件系冒用",
            }
        );
    }

    [Theory]
    [InlineData(PartyKind.LegalPerson, PartyKind.OtherOrganisation, false)]
    [InlineData(PartyKind.OtherOrganisation, PartyKind.LegalPerson, false)]
    [InlineData(PartyKind.Citizen, PartyKind.IndividualBusiness, false)]
    [InlineData(PartyKind.OtherOrganisation, PartyKind.Citizen, true)]
    [InlineData(PartyKind.IndividualBusiness, PartyKind.LegalPerson, true)]
    public void Persons_are_not_organisations(PartyKind party, PartyKind into, bool refused) =>
        new Action(() => Merge(AParty(kind: party), AParty("a", into), Shown)).ShouldRefuse(refused, PartyMerge.KindsDiffer);

    [Fact]
    public void A_party_is_documented_by_the_index_of_its_number()
    {
        var party = new Party(Guid.NewGuid(), 3, PartyKind.Citizen, "王某", IdentityDocument.Passport, "i", [7], At);

        party.ShouldHave(
            new
            {
                Seq = 3L,
                Kind = PartyKind.Citizen,
                Name = "王某",
                Document = (IdentityDocument?)IdentityDocument.Passport,
                BlindIndex = "i",
                DocumentSealed = new byte[] { 7 },
                CreatedAt = At,
                IsDocumented = true,
            }
        );
        AParty().IsDocumented.ShouldBeFalse();
    }

    private static Party AParty(string? index = null, PartyKind kind = PartyKind.Citizen) =>
        new(Guid.NewGuid(), 1, kind, "某人", index is null ? null : IdentityDocument.CitizenIdCard, index, null, At);

    private static PartyMerge Merge(Party party, Party into, IdentityProof proof, bool othersMergedInto = false) =>
        PartyMerge.Merge(
            party,
            into,
            othersMergedInto,
            proof,
            new()
            {
                Id = Guid.NewGuid(),
                OrganId = Guid.NewGuid(),
                OrganisationPath = "/tj/bhxq/hg/",
                Reason = "出示居民身份证",
                PersonId = Guid.NewGuid(),
                At = At,
            }
        );
}
