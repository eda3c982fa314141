using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Fines;
using EnforcementCases.Site;
using MediatR;

namespace EnforcementCases.Api;

/// <summary>What the pages of the public read, by the queries that the API serves too.</summary>
internal sealed class PublicRegister(IMediator mediator) : IPublicRegister
{
    public Task<VerifiedDocument> DocumentAsync(string code, CancellationToken ct) => mediator.Send(new VerifyDocumentQuery(code), ct);

    public Task<PublicFine> FineAsync(string code, CancellationToken ct) => mediator.Send(new ReadPublicFineQuery(code), ct);
}
