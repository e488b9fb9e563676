import { ConfigReader } from '@backstage/config';
import { readHostRule } from '../rules/HostRule';
import { addressRange, mayConnect } from './addressRange';

const NOT_PUBLIC = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '4000::1',
  'localhost',
  '',
];

const rule = (allowPrivateAddresses: string[]) =>
  readHostRule(
    new ConfigReader({ host: 'mcp.example.com', allowPrivateAddresses }),
    'hosts[0]',
  );

describe('addresses', () => {
  it.each(NOT_PUBLIC)('does not take %s for public', address => {
    expect(addressRange(address)).not.toBe('public');
    expect(mayConnect(rule([]), address)).toBe(false);
  });

  it.each([
    '93.184.215.14',
    '1.1.1.1',
    '2606:4700:4700::1111',
    '::ffff:8.8.8.8',
  ])('takes %s for public', address => {
    expect(mayConnect(rule([]), address)).toBe(true);
  });

  it('allows what the operator listed, however it is written', () => {
    const allowing = rule(['10.1.0.0/16', '::1/128']);
    expect(mayConnect(allowing, '10.1.2.3')).toBe(true);
    expect(mayConnect(allowing, '::ffff:10.1.2.3')).toBe(true);
    expect(mayConnect(allowing, '0:0:0:0:0:0:0:1')).toBe(true);
    expect(mayConnect(allowing, '10.2.0.1')).toBe(false);
    expect(mayConnect(allowing, '127.0.0.1')).toBe(false);
  });
});
