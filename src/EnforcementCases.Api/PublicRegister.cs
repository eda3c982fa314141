using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Fines;
using EnforcementCases.Api.Publicity;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Site;
using MediatR;

namespace EnforcementCases.Api;

/// <summary>What the pages of the public read, by the queries that the API serves too.</summary>
internal sealed class PublicRegister(IMediator mediator, PublishedDecisions decisions, PublicCatalogue catalogue) : IPublicRegister
{
    public Task<VerifiedDocument> DocumentAsync(string code, CancellationToken ct) => mediator.Send(new VerifyDocumentQuery(code), ct);

    public Task<PublicFine> FineAsync(string code, CancellationToken ct) => mediator.Send(new ReadPublicFineQuery(code), ct);

    public Task<IReadOnlyList<PublicOrgan>> OrgansAsync(CancellationToken ct) => Task.FromResult(catalogue.Organs());

    public Task<PublishedDecisionList> DecisionsAsync(PublicSearch search, CancellationToken ct) => decisions.ListAsync(search, ct);

    public Task<PublishedDecision> DecisionAsync(string code, CancellationToken ct) => decisions.ReadAsync(code, ct);

    public Task<PublicTable> ListAsync(PublicList list, Guid? organId, DateOnly? on, CancellationToken ct) =>
        catalogue.ReadAsync(list, organId, on, ct);
}
