"""
Writes listed-regions.json: in which regions AWS itself says that a host, a service and the resources of CloudFormation are.

    pip install botocore==1.43.107 moto==5.2.1 cfn-lint==1.51.0 && python3 read-regions.py

No npm package has this. What is read:
- botocore: the endpoints that AWS publishes for its SDKs;
- moto: the public parameters /aws/service/global-infrastructure of Systems Manager, read from AWS every week;
- cfn-lint: the resource types that the registry of CloudFormation has in a region.
"""

import gzip
import importlib.metadata
import json
from collections import defaultdict
from importlib import import_module
from pathlib import Path

import botocore
import cfnlint.data.schemas.providers as providers
import moto

DOMAINS = {
    '.amazonaws.com.cn': '.amazonaws.com',
    '.amazonaws.eu': '.amazonaws.com',
    '.api.amazonwebservices.com.cn': '.api.aws',
    '.api.amazonwebservices.eu': '.api.aws',
}


def package(module):
    return Path(module.__file__).parent


def listed_for_sdks():
    endpoints = json.loads((package(botocore) / 'data/endpoints.json').read_text())
    for partition in endpoints['partitions']:
        for service, entry in partition['services'].items():
            for region, endpoint in entry.get('endpoints', {}).items():
                if region not in partition['regions']:
                    continue
                template = endpoint.get('hostname') or entry.get('defaults', {}).get('hostname')
                host = (template or '{service}.{region}.{dnsSuffix}').format(
                    service=service, region=region, dnsSuffix=partition['dnsSuffix']
                )
                yield region, service, host


def listed_as_parameters():
    listed = json.loads(gzip.decompress((package(moto) / 'ssm/resources/regions.json.gz').read_bytes()))
    for region, entry in listed['aws']['service']['global-infrastructure']['regions'].items():
        for service, facts in entry.get('services', {}).items():
            if isinstance(facts, dict):
                yield region, service, facts.get('endpoint', {}).get('Value', '').removeprefix('https://')


def listed_by_cloudformation(regions):
    for region in regions:
        for resource_type in import_module(f'{providers.__name__}.{region.replace("-", "_")}').types:
            if resource_type.startswith('AWS::'):
                yield region, resource_type.split('::')[1]


def of_any_region(host, region):
    host = host.replace(region, '<region>')
    for domain, usual in DOMAINS.items():
        host = host.replace(domain, usual)
    return host


def version(name):
    return f'{name} {importlib.metadata.version(name)}'


def main():
    parameters = list(listed_as_parameters())
    regions = sorted({region for region, _, _ in parameters})
    hosts, services, namespaces = defaultdict(set), defaultdict(set), defaultdict(set)
    for region, service, host in [*parameters, *listed_for_sdks()]:
        if region in regions:
            services[service].add(region)
            if '<region>' in of_any_region(host, region):
                hosts[of_any_region(host, region)].add(region)
    for region, namespace in listed_by_cloudformation(regions):
        namespaces[namespace].add(region)

    def packed(table):
        # A digit for each region: whether it is there.
        return {
            name: ''.join('1' if region in table[name] else '0' for region in regions) for name in sorted(table)
        }

    result = {
        'sources': [version(name) for name in ('botocore', 'moto', 'cfn-lint')],
        'regions': regions,
        'hosts': packed(hosts),
        'services': packed(services),
        'namespaces': packed(namespaces),
    }
    (Path(__file__).parent / 'listed-regions.json').write_text(json.dumps(result, indent=1) + '\n')


main()
