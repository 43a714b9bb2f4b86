// The icons of the product by what they mean here, one import each, so that nothing else is built.
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import Bandage from '@lucide/svelte/icons/bandage';
import Building from '@lucide/svelte/icons/building-2';
import Calendar from '@lucide/svelte/icons/calendar-plus';
import Car from '@lucide/svelte/icons/car';
import Check from '@lucide/svelte/icons/check';
import CheckCheck from '@lucide/svelte/icons/check-check';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Clock from '@lucide/svelte/icons/clock';
import Copy from '@lucide/svelte/icons/copy';
import CreditCard from '@lucide/svelte/icons/credit-card';
import Download from '@lucide/svelte/icons/download';
import FileText from '@lucide/svelte/icons/file-text';
import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import Hourglass from '@lucide/svelte/icons/hourglass';
import House from '@lucide/svelte/icons/house';
import Info from '@lucide/svelte/icons/info';
import Landmark from '@lucide/svelte/icons/landmark';
import Languages from '@lucide/svelte/icons/languages';
import Lifebuoy from '@lucide/svelte/icons/life-buoy';
import Lock from '@lucide/svelte/icons/lock';
import LogIn from '@lucide/svelte/icons/log-in';
import LogOut from '@lucide/svelte/icons/log-out';
import Mail from '@lucide/svelte/icons/mail';
import MapPin from '@lucide/svelte/icons/map-pin';
import Menu from '@lucide/svelte/icons/menu';
import Messages from '@lucide/svelte/icons/messages-square';
import Monitor from '@lucide/svelte/icons/monitor';
import PawPrint from '@lucide/svelte/icons/paw-print';
import Pencil from '@lucide/svelte/icons/pencil';
import Landline from '@lucide/svelte/icons/phone';
import PiggyBank from '@lucide/svelte/icons/piggy-bank';
import Plus from '@lucide/svelte/icons/plus';
import Refresh from '@lucide/svelte/icons/refresh-cw';
import Shield from '@lucide/svelte/icons/shield';
import Siren from '@lucide/svelte/icons/siren';
import Mobile from '@lucide/svelte/icons/smartphone';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Umbrella from '@lucide/svelte/icons/umbrella';
import User from '@lucide/svelte/icons/user';
import UserPlus from '@lucide/svelte/icons/user-plus';
import Close from '@lucide/svelte/icons/x';

export const icons = {
  'arrow-left': ArrowLeft,
  calendar: Calendar,
  check: Check,
  'check-check': CheckCheck,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  clock: Clock,
  close: Close,
  copy: Copy,
  'credit-card': CreditCard,
  device: Monitor,
  download: Download,
  edit: Pencil,
  document: FileText,
  help: CircleHelp,
  home: House,
  info: Info,
  language: Languages,
  lock: Lock,
  mail: Mail,
  menu: Menu,
  mobile: Mobile,
  phone: Landline,
  place: MapPin,
  plus: Plus,
  policy: Shield,
  refresh: Refresh,
  request: Messages,
  rescue: Siren,
  'sign-in': LogIn,
  'sign-out': LogOut,
  register: UserPlus,
  agency: Building,
  bank: Landmark,
  support: Lifebuoy,
  user: User,
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
} as const;
export type IconName = keyof typeof icons;

/** The icon of each line of business (ux.md §2.3). */
export const lines = {
  motor: Car,
  home: House,
  accident: Bandage,
  health: HeartPulse,
  business: Building,
  pet: PawPrint,
  life: Umbrella,
  savings: PiggyBank,
  pension: Hourglass,
} as const;
export type Line = keyof typeof lines;
export const isLine = (value: string): value is Line => value in lines;
