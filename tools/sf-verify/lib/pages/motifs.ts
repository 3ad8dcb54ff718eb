/** Styles of tabs, `Custom1: Heart` first. Source: Salesforce Setup, Tab Style Selector. */
const NAMES =
  'Heart,Fan,Sun,Hexagon,Leaf,Triangle,Square,Diamond,Lightning,Moon,Star,Circle,Box,Hands,People,Bank,Sack,Form,Wrench,Airplane,' +
  'Computer,Telephone,Envelope,Building,Alarm clock,Flag,Laptop,Cell phone,PDA,Radar dish,Car,Factory,Desk,Insect,Microphone,Train,' +
  'Bridge,Camera,Telescope,Credit card,Cash,Treasure chest,Jewel,Hammer,Ticket,Stamp,Knight,Trophy,CD/DVD,Big top,Apple,Balls,Bell,' +
  'Boat,Books,Bottle,Building Block,Caduceus,Can,Umbrella,Castle,Chalkboard,Chip,Compass,Cup,Dice,Gears,Globe,Guitar,Handsaw,' +
  'Headset,Helicopter,Highway Sign,Hot Air Balloon,IP Phone,Keys,Locked,Map,Measuring Tape,Motorcycle,Musical Note,Whistle,Pencil,' +
  'Presenter,Real Estate Sign,Red Cross,Safe,Sailboat,Saxophone,Scales,Shield,Ship,Shopping Cart,Stethoscope,Stopwatch,' +
  'Street Sign,Thermometer,Truck,TV CRT,TV Widescreen';

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');

/** Says what is wrong with a `<motif>`, or null. */
export function motifProblem(motif: string): string | null {
  const [, number, name = ''] = /^Custom(\d+):\s*(.+)$/.exec(motif) ?? [];
  const known = NAMES.split(',')[Number(number) - 1];
  if (known === undefined) return `<motif> ${motif} must be written as Custom53: Bell, from 1 to 100`;
  return plain(known) === plain(name) ? null : `<motif> Custom${number} is ${known}, not ${name}`;
}
